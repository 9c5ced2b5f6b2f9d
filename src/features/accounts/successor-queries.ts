import { listOrganisationsById, listSteps, type OrganisationName } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { isWholeOf, successorsBy } from './membership.ts'

/** `isWhole`: all of it became one other, so whoever spoke for it is of the new one, beyond doubt. */
type Successors = { organisations: OrganisationName[]; isWhole: boolean }

/** What a former organisation has become by a day ('YYYY-MM-DD'); where that has ended too, what that became. */
export async function listSuccessors(db: Db, organisationId: string, today: string): Promise<Successors> {
  const seen = new Set([organisationId])
  const organisations: OrganisationName[] = []
  let isWhole = true
  for (const id of seen) {
    const steps = successorsBy(await listSteps(db, id, 'to'), today)
    isWhole &&= isWholeOf(steps)
    const facts = await listOrganisationsById(
      db,
      steps.map(({ organisation }) => organisation.id),
    )
    for (const { organisation } of steps) {
      if (seen.has(organisation.id)) continue
      if (facts.get(organisation.id)!.status === 'former') seen.add(organisation.id)
      else if (organisations.every(other => other.id !== organisation.id)) organisations.push(organisation)
    }
  }
  return { organisations, isWhole }
}
