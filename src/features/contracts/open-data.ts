import { type Export, inPages } from '#plumbing/export.ts'
import { listContractChanges, listContractsById } from './page-queries.ts'
import { publicContract, publicFields } from './public-contract.ts'

export const contractTable: Export = {
  name: 'contracts',
  describes: 'Contracts of councils from their registers and notices: with whom, for what, until when',
  fields: publicFields,
  rows: async function* (db) {
    const ids = (await listContractChanges(db)).map(({ id }) => id)
    yield* inPages(ids, async ids => [...(await listContractsById(db, ids)).values()].map(publicContract))
  },
}
