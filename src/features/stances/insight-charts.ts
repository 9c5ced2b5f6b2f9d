import { problemPath } from '#features/problems/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listHeldInCommon } from './count-queries.ts'

const rowsAtMost = 20

export const problemsInCommon: Slots['insightCharts'] = {
  key: 'problems-in-common',
  title: 'Problems in common',
  order: 14,
  follows: ['organisations', 'area'],
  ifNone: {
    says: 'No problem is shared by two organisations here yet',
    label: 'Say that you have one of these too',
    href: '/problems',
  },
  load: async (db, clock, scope) => {
    const held = await listHeldInCommon(db, inLondon(clock.now()).date, scope, rowsAtMost)
    return {
      lead: 'Open problems that two organisations or more have, by what each of them said in the last year.',
      columns: [
        { key: 'problem', label: 'Problem', isLinked: true },
        { key: 'have_it', label: 'Have it', holds: 'count', isBar: true },
        { key: 'would_fund_or_lead', label: 'Would put money in or lead', holds: 'count' },
        { key: 'fixed_it', label: 'Fixed it', holds: 'count' },
      ],
      rows: held.map(({ title, slug, holders, fixed, offering }) => [
        { label: title, href: problemPath(slug) },
        holders,
        offering,
        fixed,
      ]),
    }
  },
}
