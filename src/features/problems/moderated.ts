import type { Slots } from '#plumbing/feature.ts'
import { maySeeProblem, ownPath } from './problem.ts'
import { listWholeProblems } from './queries.ts'

export const moderated: Slots['moderated'] = {
  kind: 'problem',
  label: 'problem',
  list: async (db, ids) =>
    (await listWholeProblems(db, ids)).map(problem => ({
      id: problem.id,
      title: problem.title,
      path: ownPath(problem),
      organisationId: problem.organisation.id,
      isSeenBy: actor => maySeeProblem(actor, { ...problem, hidden: null }),
    })),
}
