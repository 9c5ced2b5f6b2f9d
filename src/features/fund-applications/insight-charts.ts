import type { Slots } from '#plumbing/feature.ts'
import { listCountsByOutcome } from './insight-queries.ts'

export const bidsByOutcome: Slots['insightCharts'] = {
  key: 'bids-by-outcome',
  shownOn: ['insights'],
  title: 'Bids to the Local Digital Fund',
  order: 40,
  follows: ['organisations', 'area'],
  ifNone: { says: 'No bid of theirs is here', label: 'All bids to the fund', href: '/fund/applications' },
  load: async (db, _clock, scope) => ({
    lead: 'Partial: what could still be read in public pages. In the fund’s own words.',
    columns: [
      { key: 'outcome', label: 'Outcome' },
      { key: 'bids', label: 'Bids', holds: 'count', isBar: true },
    ],
    rows: (await listCountsByOutcome(db, scope)).map(({ outcome, count }) => [outcome, count]),
  }),
}
