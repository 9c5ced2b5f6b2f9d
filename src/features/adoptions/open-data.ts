import { type Export, inPages } from '#plumbing/export.ts'
import { publicAdoption, publicFields } from './public-adoption.ts'
import { listAdoptionsById, listCountedIds } from './queries.ts'
import { withAssets } from './records.ts'

export const adoptionTable: Export = {
  name: 'adoptions',
  describes: 'What organisations took on from others, in their own words, as far as somebody confirmed it',
  fields: publicFields,
  rows: async function* (db) {
    yield* inPages(await listCountedIds(db), async page =>
      (await withAssets(db, await listAdoptionsById(db, page))).map(({ adoption, asset }) =>
        publicAdoption(adoption, asset),
      ),
    )
  },
}
