import { listUnderWay } from '#features/handover/index.ts'
import type { Reaction } from '#plumbing/jobs.ts'
import { tellOfLeaving, tellOfVacancies } from './telling-actions.ts'

/** Someone begins to pass on what they look after: their roles with partners too wait for a new holder. */
export const tellWhoLeads: Reaction = {
  name: 'tellWhoLeadsOfRoles',
  to: kind => kind === 'handover.begun',
  run: async (trx, activities, { clock }) => {
    const ids = activities.map(({ subject }) => subject.id)
    for (const leaving of await listUnderWay(trx, ids)) await tellOfLeaving(trx, clock, leaving)
  },
}

/** Whoever held a role has left it to nobody. */
export const tellOfVacantRoles: Reaction = {
  name: 'tellOfVacantRoles',
  to: kind => kind === 'succession.vacated',
  run: async (trx, activities, { clock }) => {
    const roleIds = [...new Set(activities.map(({ subject }) => subject.id))]
    await tellOfVacancies(trx, clock, { roleIds, key: activities[0]!.id })
  },
}
