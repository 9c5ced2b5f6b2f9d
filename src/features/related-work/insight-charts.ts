import type { Slots } from '#plumbing/feature.ts'
import { listTakenUp } from './insight-queries.ts'

const rowsAtMost = 20

export const takenUp: Slots['insightCharts'] = {
  key: 'work-taken-up',
  shownOn: ['insights'],
  title: 'Work that was taken up again',
  order: 70,
  follows: ['organisations', 'area'],
  ifNone: {
    says: 'Nothing here is known to build on earlier work',
    label: 'Look for what you could take up',
    href: '/projects?state=finished',
  },
  load: async (db, _clock, scope) => ({
    lead: `As far as records say it: which later work follows which${scope.organisationIds === null ? '' : ', where one of the two is from here'}. Reuse that nobody wrote down is not in it.`,
    columns: [
      { key: 'later_work', label: 'Later work', isLinked: true },
      { key: 'by', label: 'By' },
      { key: 'follows', label: 'Follows', isLinked: true },
      { key: 'of', label: 'Of' },
    ],
    rows: (await listTakenUp(db, scope, rowsAtMost)).map(row => [
      { label: row.later, href: row.later_path },
      row.later_by,
      { label: row.earlier, href: row.earlier_path },
      row.earlier_by,
    ]),
  }),
}
