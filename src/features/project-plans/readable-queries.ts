import { listHidden } from '#features/moderation/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { isMeantFor, isPublished, type Plan, type PublishedPlan } from './plan.ts'

/** Of these plans, what was published, is shown, and may be seen by this actor. */
export async function listReadable(db: Db, actor: Actor, plans: Plan[]): Promise<PublishedPlan[]> {
  const published = plans.filter(isPublished)
  const hidden = await listHidden(
    db,
    'project',
    published.map(({ id }) => id),
  )
  return published.filter(plan => !hidden.has(plan.id) && isMeantFor(actor, plan))
}
