import { organisationPath } from '#features/organisations/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { listEndingByQuarter, listSuppliersWithContracts } from './insight-queries.ts'
import { quartersFrom, sayQuarter } from './quarter.ts'

const quartersAhead = 12
const suppliersAtMost = 30

const ifNone = {
  says: 'No contract of theirs that ends in the next three years is here',
  label: 'All contracts that are here',
  href: '/contracts',
}

export const contractsEnding: Slots['insightCharts'] = {
  key: 'contracts-ending',
  title: 'Contracts that end in the next three years',
  order: 50,
  shownOn: ['insights', 'suppliers'],
  follows: ['organisations', 'area', 'supplier'],
  ifNone,
  load: async (db, clock, scope) => {
    const today = inLondon(clock.now()).date
    const quarters = quartersFrom(today, quartersAhead)
    const ending = await listEndingByQuarter(db, { from: today, to: quarters.at(-1)!.lastDay }, scope)
    const of = new Map(ending.map(row => [row.quarter, row]))
    const contracts = ending.reduce((sum, row) => sum + row.contracts, 0)
    return {
      lead: 'By the day on which they end before any extension, as far as councils have published them. Worth: of those whose value is known.',
      columns: [
        { key: 'quarter', label: 'Quarter' },
        { key: 'contracts', label: 'Contracts', holds: 'count', isBar: true },
        { key: 'organisations', label: 'Organisations', holds: 'count' },
        { key: 'worth_pounds', label: 'Worth', holds: 'money' },
      ],
      rows:
        contracts === 0
          ? []
          : quarters.map(({ firstDay }) => {
              const row = of.get(firstDay)
              return [
                sayQuarter(firstDay),
                row?.contracts ?? 0,
                row?.organisations ?? 0,
                row ? row.pounds : 0,
              ]
            }),
      headline: { figure: countOf(contracts, 'contract'), says: 'known to end in the next three years' },
    }
  },
}

export const suppliersWithContracts: Slots['insightCharts'] = {
  key: 'suppliers-with-contracts',
  title: 'Suppliers with contracts',
  order: 56,
  shownOn: ['insights'],
  follows: ['organisations', 'area'],
  ifNone: { ...ifNone, says: 'No contract of theirs that is under way is here' },
  load: async (db, clock, scope) => {
    const suppliers = await listSuppliersWithContracts(db, inLondon(clock.now()).date, scope, suppliersAtMost)
    return {
      lead: 'Of contracts that have not ended. How many says as much about who publishes as about who sells.',
      columns: [
        { key: 'supplier', label: 'Supplier', isLinked: true },
        { key: 'organisations', label: 'Organisations', holds: 'count', isBar: true },
        { key: 'contracts', label: 'Contracts', holds: 'count' },
        { key: 'next_end', label: 'Next end', holds: 'date' },
      ],
      rows: suppliers.map(({ name, slug, contracts, organisations, next_end }) => [
        { label: name, href: organisationPath(slug) },
        organisations,
        contracts,
        next_end,
      ]),
    }
  },
}
