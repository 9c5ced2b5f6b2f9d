import { findEndOfAgreement } from '#features/agreements/index.ts'
import type { Collaboration } from '#features/collaborations/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { listRoles, listRolesIn } from './queries.ts'
import type { SuccessionRole } from './succession.ts'
import { type Warning, warningsOf } from './warnings.ts'

/** A plan of succession with what to mend in it. */
export type Plan = {
  collaboration: Collaboration
  roles: SuccessionRole[]
  warnings: Warning[]
  /** The last day of the agreement, 'YYYY-MM-DD', where there is one. */
  agreementEndsOn: string | null
}

async function planOf(
  db: Db,
  clock: Clock,
  collaboration: Collaboration,
  roles: SuccessionRole[],
): Promise<Plan> {
  const agreementEndsOn = await findEndOfAgreement(db, collaboration.id)
  const { date: today } = inLondon(clock.now())
  const { partners } = collaboration
  const warnings = warningsOf({ roles, partners, today, agreementEndsOn })
  return { collaboration, roles, agreementEndsOn, warnings }
}

export const loadPlan = async (db: Db, clock: Clock, collaboration: Collaboration): Promise<Plan> =>
  planOf(db, clock, collaboration, await listRoles(db, collaboration.id))

/** Those of several collaborations, without those that are not begun. */
export async function loadPlans(db: Db, clock: Clock, collaborations: Collaboration[]): Promise<Plan[]> {
  const ids = collaborations.map(({ id }) => id)
  const roles = Map.groupBy(await listRolesIn(db, ids), ({ collaborationId }) => collaborationId)
  const plans: Plan[] = []
  for (const collaboration of collaborations) {
    const own = roles.get(collaboration.id)
    if (own) plans.push(await planOf(db, clock, collaboration, own))
  }
  return plans
}
