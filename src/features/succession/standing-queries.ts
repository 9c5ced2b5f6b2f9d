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

const planOf = (clock: Clock, collaboration: Collaboration, roles: SuccessionRole[]): Plan => {
  const agreementEndsOn = null
  const { date: today } = inLondon(clock.now())
  const { partners } = collaboration
  return {
    collaboration,
    roles,
    agreementEndsOn,
    warnings: warningsOf({ roles, partners, today, agreementEndsOn }),
  }
}

export const loadPlan = async (db: Db, clock: Clock, collaboration: Collaboration): Promise<Plan> =>
  planOf(clock, collaboration, await listRoles(db, collaboration.id))

/** Those of several collaborations. */
export async function loadPlans(db: Db, clock: Clock, collaborations: Collaboration[]): Promise<Plan[]> {
  const roles = await listRolesIn(
    db,
    collaborations.map(({ id }) => id),
  )
  return collaborations.map(collaboration =>
    planOf(
      clock,
      collaboration,
      roles.filter(({ collaborationId }) => collaborationId === collaboration.id),
    ),
  )
}
