import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { listWindowsIn } from './insight-queries.ts'
import { windowPath } from './matter.ts'

const windowsAtMost = 20

export const windows: Slots['insightCharts'] = {
  key: 'contracts-ending-together',
  title: 'Contracts that end together',
  order: 53,
  shownOn: ['insights', 'suppliers'],
  follows: ['organisations', 'area', 'supplier'],
  ifNone: {
    says: 'No three organisations are known to have contracts here that end near each other',
    label: 'The contract horizon',
    href: '/horizon',
  },
  load: async (db, clock, scope) => {
    const found = await listWindowsIn(db, inLondon(clock.now()).date, scope, windowsAtMost)
    return {
      lead: 'Contracts on the same matter, of three organisations or more, that end within nine months of each other. “Of them here”: of what you chose.',
      headline: {
        figure:
          found.length === windowsAtMost
            ? `${windowsAtMost} windows or more`
            : countOf(found.length, 'window'),
        says: 'of contracts that end together, and could be bought or built together',
      },
      columns: [
        { key: 'matter', label: 'Matter', isLinked: true },
        { key: 'contracts_here', label: 'Of them here', holds: 'count', isBar: true },
        { key: 'contracts', label: 'Contracts', holds: 'count' },
        { key: 'organisations', label: 'Organisations', holds: 'count' },
        { key: 'first_end', label: 'First end', holds: 'date' },
      ],
      rows: found.map(({ matter, firstEnd, contracts, organisations, own }) => [
        { label: matter.name, href: windowPath(matter.slug, firstEnd) },
        own,
        contracts,
        organisations,
        firstEnd,
      ]),
    }
  },
}
