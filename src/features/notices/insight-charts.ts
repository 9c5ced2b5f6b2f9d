import type { Slots } from '#plumbing/feature.ts'
import { listCountsByYear } from './insight-queries.ts'

export const noticesByYear: Slots['insightCharts'] = {
  key: 'notices-by-year',
  shownOn: ['insights', 'suppliers'],
  title: 'Procurement notices by who won',
  order: 45,
  follows: ['organisations', 'area', 'supplier'],
  ifNone: {
    says: 'No procurement notice of theirs is here',
    label: 'All procurement notices',
    href: '/notices',
  },
  load: async (db, _clock, scope) => ({
    lead: 'By the year of publication. Small and medium-sized: micro, small or medium, as the notice says.',
    columns: [
      { key: 'year', label: 'Year' },
      { key: 'small_or_medium', label: 'Small or medium-sized', holds: 'count', isBar: true },
      { key: 'large', label: 'Large', holds: 'count', isBar: true },
      { key: 'not_said', label: 'Not said, or nobody', holds: 'count', isBar: true },
    ],
    rows: (await listCountsByYear(db, scope)).map(({ year, toSmall, toLarge, other }) => [
      year,
      toSmall,
      toLarge,
      other,
    ]),
  }),
}
