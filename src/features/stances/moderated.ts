import { listOrganisationsById } from '#features/organisations/index.ts'
import { listWholeProblems, maySeeProblem } from '#features/problems/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listStancesById } from './queries.ts'
import { stancePath } from './stance-list.ts'

/** What an organisation says can be reported and taken down by itself, without the problem that it is about. */
export const moderated: Slots['moderated'] = {
  kind: 'stance',
  label: 'statement on a problem',
  list: async (db, ids) => {
    const stances = await listStancesById(db, ids)
    const organisations = await listOrganisationsById(
      db,
      stances.map(({ organisationId }) => organisationId),
    )
    const problems = await listWholeProblems(
      db,
      stances.map(({ problemId }) => problemId),
    )
    return stances.map(({ id, problemId, organisationId }) => {
      const problem = problems.find(problem => problem.id === problemId)!
      const organisation = organisations.get(organisationId)!
      return {
        id,
        title: `${organisation.name}: ${problem.title}`,
        path: stancePath(problem.slug!, organisation.slug),
        organisationId,
        isSeenBy: actor => maySeeProblem(actor, problem),
      }
    })
  },
}
