import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { isMeantFor } from './plan.ts'
import { listPlans } from './queries.ts'
import { updatePath } from './update.ts'
import { listUpdatesById } from './update-queries.ts'

export const moderatedUpdates: Slots['moderated'] = {
  kind: 'project-update',
  label: 'update of a project',
  list: async (db, ids) => {
    const updates = await listUpdatesById(db, ids)
    const plans = new Map(
      (
        await listPlans(
          db,
          updates.map(({ plan_id }) => plan_id),
        )
      ).map(plan => [plan.id, plan]),
    )
    return updates.map(({ id, plan_id, organisation_id, said_on }) => {
      const plan = plans.get(plan_id)!
      return {
        id,
        title: `${plan.said.title}: update of ${formatDate(said_on)}`,
        path: updatePath(plan.slug!, id),
        organisationId: organisation_id,
        isSeenBy: actor => isMeantFor(actor, plan),
      }
    })
  },
}
