import { contractPath } from '#features/contracts/index.ts'
import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Export } from '#plumbing/export.ts'
import { listPresents } from './ending-queries.ts'
import { windowPath } from './matter.ts'
import { listContracts, listNamedWindows } from './window-queries.ts'
import { organisationsOf } from './window-words.ts'

const windowsAtOnce = 50

export const windowTable: Export = {
  name: 'contract-windows',
  describes: 'Contracts of three organisations or more that end within nine months of each other',
  fields: [
    { name: 'page', type: 'string', describes: 'Path of its page: the matter, and the day of the first end' },
    {
      name: 'kind',
      type: 'string',
      describes: 'What they share: a service, a product, or a supplier for a service',
    },
    { name: 'matter', type: 'string', describes: 'Name of what they share' },
    {
      name: 'service_id',
      type: 'integer',
      describes: 'Number of the service in the Local Government Services List',
    },
    { name: 'first_end', type: 'date', describes: 'Day on which the first contract ends' },
    { name: 'last_end', type: 'date', describes: 'Day on which the last contract ends' },
    { name: 'organisations', type: 'list', describes: 'Whose contracts they are, by present names' },
    { name: 'contracts', type: 'list', describes: 'Paths of the contracts' },
    { name: 'value_known', type: 'number', describes: 'Pounds: the sum of those values that are known' },
    { name: 'values_known_of', type: 'integer', describes: 'Of how many contracts the value is known' },
  ],
  rows: async function* (db) {
    const today = inLondon(systemClock.now()).date
    const presents = await listPresents(db, today)
    const windows = await listNamedWindows(db, today, presents)
    for (let at = 0; at < windows.length; at += windowsAtOnce) {
      const some = windows.slice(at, at + windowsAtOnce)
      const ids = [...new Set(some.flatMap(({ contractIds }) => contractIds))]
      const contracts = new Map(
        (await listContracts(db, ids, presents)).map(contract => [contract.id, contract]),
      )
      yield some.map(({ matter, firstEnd, lastEnd, contractIds }) => {
        const own = contractIds.flatMap(id => contracts.get(id) ?? [])
        const values = own.flatMap(({ valuePounds }) => valuePounds ?? [])
        return {
          page: windowPath(matter.slug, firstEnd),
          kind: matter.kind,
          matter: matter.name,
          service_id: matter.serviceId,
          first_end: firstEnd,
          last_end: lastEnd,
          organisations: organisationsOf(own).map(({ name }) => name),
          contracts: own.map(({ id }) => contractPath(id)),
          value_known: values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : null,
          values_known_of: values.length,
        }
      })
    }
  },
}
