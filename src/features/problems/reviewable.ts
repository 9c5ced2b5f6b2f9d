import type { Slots } from '#plumbing/feature.ts'
import { problemPath } from './problem.ts'
import { solveWithin, withdrawWithin } from './publishing-actions.ts'
import { listWholeProblems } from './queries.ts'
import { listToReview } from './review-queries.ts'

/** Days between two questions, by where a problem stands; what is solved or withdrawn is not asked about. */
const intervals = {
  open: { days: 180, because: 'within half a year budgets, contracts and people change' },
}

const solved =
  'Asked whether this is still so, the organisation said that it is solved. How is not told here yet.'
const notOurs = 'Asked whether this is still so, the organisation said that it is not its own any more.'

/** An organisation is asked whether it still has a problem that it raised. */
export const reviewable: Slots['reviewables'] = {
  kind: 'problem',
  label: { one: 'problem', many: 'Problems' },
  intervals,
  list: async (db, ids) =>
    (await listToReview(db, ids)).map(({ id, slug, title, organisation_id, visibility, ...problem }) => ({
      id,
      title,
      path: problemPath(slug!),
      editPath: `${problemPath(slug!)}/parts/what-happens`,
      organisationId: organisation_id,
      isPublic: visibility === 'public',
      phase: 'open',
      deadlines: [],
      saidAt: problem.changed_at,
      publishedBy: problem.published_by,
    })),
  stillTrue: async (trx, clock, actor, { id, site }) => {
    const [problem] = await listWholeProblems(trx, [id])
    for (const { write } of site.slot('withConfirmation')) await write(trx, clock, actor, problem!)
  },
  finished: {
    label: 'It is solved',
    act: (trx, clock, actor, { id }) => solveWithin(trx, clock, actor, { ref: id, note: solved }),
  },
  notOurs: {
    act: (trx, clock, actor, { id }) => withdrawWithin(trx, clock, actor, { ref: id, note: notOurs }),
  },
}
