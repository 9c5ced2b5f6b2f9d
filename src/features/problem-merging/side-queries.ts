import { listSpokespeople } from '#features/accounts/index.ts'
import { listWholeProblems } from '#features/problems/index.ts'
import { listPresent } from '#features/stances/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Owner, Sides } from './merge.ts'
import type { Merge } from './merge-queries.ts'

/** Who owns today what these organisations raised, by their ids. `today` is 'YYYY-MM-DD'. */
export async function listOwners(db: Db, today: string, organisationIds: string[]) {
  const owners = new Map<string, Owner>()
  for (const [id, organisation] of await listPresent(db, today, organisationIds)) {
    const spokespeople = await listSpokespeople(db, organisation.id)
    owners.set(id, {
      ...organisation,
      hasLead: spokespeople.some(({ role }) => role === 'lead'),
      hasPeople: spokespeople.length > 0,
    })
  }
  return owners
}

/** The two problems of each of these merges, with who owns them, by the merge's id. */
export async function listSides(db: Db, today: string, merges: Merge[]): Promise<Map<string, Sides>> {
  const ids = merges.flatMap(({ goes_id, stays_id }) => [goes_id, stays_id])
  const problems = new Map((await listWholeProblems(db, [...new Set(ids)])).map(each => [each.id, each]))
  const raisers = [...problems.values()].map(({ organisation }) => organisation.id)
  const owners = await listOwners(db, today, [...new Set(raisers)])
  const sideOf = (id: string) => {
    const problem = problems.get(id)!
    return { problem, owner: owners.get(problem.organisation.id)! }
  }
  return new Map(
    merges.map(({ id, goes_id, stays_id }) => [id, { goes: sideOf(goes_id), stays: sideOf(stays_id) }]),
  )
}
