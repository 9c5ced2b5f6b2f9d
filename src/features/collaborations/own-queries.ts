import { listHidden } from '#features/moderation/index.ts'
import {
  findPlanOfSlug,
  findWritten,
  isPublished,
  type PublishedPlan,
} from '#features/project-plans/index.ts'
import { type Actor, hasDuty, isMemberOf, type Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import {
  type Collaboration,
  isAsked,
  joinedIds,
  maySeeItem,
  type Standing,
  standingOf,
  takingPartIn,
} from './collaboration.ts'
import { findByPlan } from './queries.ts'
import { lockCollaboration } from './stored-collaborations.ts'

/** A collaboration as someone meets it. */
export type Met = { collaboration: Collaboration; standing: Standing }

async function findOfSlug(db: Db, slug: string): Promise<Collaboration | undefined> {
  const plan = await findPlanOfSlug(db, slug)
  return plan && isPublished(plan) ? findByPlan(db, plan.id) : undefined
}

/** Whether someone who reads its project may see that a collaboration is there: not where moderation hides it, but to curators. */
export async function isShownTo(db: Db, actor: Actor, collaboration: Collaboration): Promise<boolean> {
  const standing = standingOf(actor, collaboration)
  if (!maySeeItem(standing, collaboration.visibility)) return false
  const { id } = collaboration
  return (
    standing === 'partner' ||
    hasDuty(actor, 'curator') ||
    !(await listHidden(db, 'collaboration', [id])).has(id)
  )
}

/**
 * The collaboration on a project, for whoever may see that it is there. Its partners reach what they have together also
 * where the project was taken down; for all others, who may not see it or its project, it is a page that does not exist.
 */
export async function findMet(db: Db, actor: Actor, slug: string): Promise<Met> {
  const collaboration = await findOfSlug(db, slug)
  if (!collaboration) throw failure('absent', '')
  const standing = standingOf(actor, collaboration)
  if (standing === 'partner') return { collaboration, standing }
  await findWritten(db, actor, slug)
  if (!(await isShownTo(db, actor, collaboration))) throw failure('absent', '')
  return { collaboration, standing }
}

/** As {@link findMet}, and for those who were asked to join it. */
export async function findAskedOrMet(db: Db, actor: Actor, slug: string): Promise<Met> {
  const collaboration = await findOfSlug(db, slug)
  if (collaboration && isAsked(actor, collaboration))
    return { collaboration, standing: standingOf(actor, collaboration) }
  return findMet(db, actor, slug)
}

/** Whether someone was asked to join a collaboration and may not see it before they do. */
export async function isOnlyAsked(db: Db, actor: Actor, slug: string): Promise<boolean> {
  const collaboration = await findOfSlug(db, slug)
  return (
    collaboration !== undefined &&
    isAsked(actor, collaboration) &&
    !(await isShownTo(db, actor, collaboration))
  )
}

/** A collaboration of the organisation that someone acts for: what they may write in. */
export async function findOwn(db: Db, actor: Speaker, slug: string): Promise<Collaboration> {
  const collaboration = await findOfSlug(db, slug)
  if (!collaboration || standingOf(actor, collaboration) !== 'partner') throw failure('absent', '')
  requireActing(actor, collaboration)
  return collaboration
}

/** What stands in it once nobody else can change it, for an organisation that is in it still. */
export async function lockOwn(trx: Db, actor: Speaker, { id, plan }: Collaboration): Promise<Collaboration> {
  await lockCollaboration(trx, id)
  const standing = await findByPlan(trx, plan.id)
  if (!standing || !joinedIds(standing).includes(actor.actingFor.id))
    throw failure('conflict', `${actor.actingFor.name} is no longer in this collaboration.`)
  return standing
}

/** Refuses whoever acts for another organisation just now than the one by which they are in the collaboration. */
function requireActing(actor: Speaker, collaboration: Collaboration): void {
  if (joinedIds(collaboration).includes(actor.actingFor.id)) return
  const own = collaboration.partners.find(({ organisation }) => isMemberOf(actor, organisation.id))!
  throw failure(
    'forbidden',
    `You act for ${actor.actingFor.name} just now, and ${own.organisation.name} is in this collaboration. Change the organisation you act for, at the top of the page.`,
  )
}

/** A project that has no collaboration yet, as those who take part in it meet it. */
export async function findToBegin(db: Db, actor: Speaker, slug: string): Promise<PublishedPlan> {
  const plan = await findWritten(db, actor, slug)
  if (!takingPartIn(plan).some(({ id }) => isMemberOf(actor, id))) throw failure('absent', '')
  return plan
}
