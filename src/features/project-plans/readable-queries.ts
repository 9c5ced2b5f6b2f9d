import { listHidden } from '#features/moderation/index.ts'
import { findProject, mayRead } from '#features/projects/index.ts'
import { type Actor, hasDuty, isMemberOf } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { isMeantFor, isPublished, type Plan, type PublishedPlan } from './plan.ts'
import { findPlanOfSlug } from './queries.ts'
import type { Update } from './update.ts'
import type { ShownUpdate } from './update-panels.ts'
import { findUpdate, listUpdates } from './update-queries.ts'

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

/** A project written here that this actor may read. */
export async function findWritten(db: Db, actor: Actor, slug: string): Promise<PublishedPlan> {
  const project = await findProject(db, slug)
  const plan = await findPlanOfSlug(db, slug)
  if (!plan || !isPublished(plan) || !mayRead(actor, project)) throw failure('absent', '')
  return plan
}

/** An update that this actor may read, whether or not it was withdrawn. */
export async function findShownUpdate(
  db: Db,
  actor: Actor,
  { slug, id }: { slug: string; id: string },
): Promise<ShownUpdate> {
  const plan = await findWritten(db, actor, slug)
  const update = await findUpdate(db, id)
  if (!update || update.plan_id !== plan.id) throw failure('absent', '')
  const hidden = (await listHidden(db, 'project-update', [id])).get(id) ?? null
  const isKeeper = isMemberOf(actor, update.organisation_id) || hasDuty(actor, 'curator')
  if (hidden && !isKeeper) throw failure('absent', '')
  return { plan, update, hidden }
}

/** The updates of a project that all its readers may read, newest first: none that was withdrawn. */
export async function listShownUpdates(db: Db, planId: string): Promise<Update[]> {
  const updates = (await listUpdates(db, planId)).filter(({ withdrawn_at }) => withdrawn_at === null)
  const hidden = await listHidden(
    db,
    'project-update',
    updates.map(({ id }) => id),
  )
  return updates.filter(({ id }) => !hidden.has(id))
}
