import { holdFirstPost } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { askNamedPartners } from './partner-actions.ts'
import { nothingPlanned, type Plan, type PlanAct, type PlanParts, phasesOf, requireOwn } from './plan.ts'
import { changedParts, isNarrower, missingParts, type PartName } from './plan-parts.ts'
import { findPlan } from './queries.ts'
import { showProject } from './showing-actions.ts'
import {
  deleteDraft,
  insertPlan,
  insertPlanProblem,
  insertVersion,
  lockPlan,
  type PlanChange,
  updatePlan,
} from './stored-plans.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'plan.begun': Record<string, never>
    'plan.saved': { parts: PartName[] }
    'plan.discarded': Record<string, never>
    'project.planned': { version: number }
    'project.changed': { version: number; parts: PartName[] }
    'project.stopped': { version: number }
    'project.resumed': { version: number }
    'project.withdrawn': { version: number }
    'project.reopened': { version: number }
  }
}

/** A plan of the organisation one acts for, locked to be changed. */
export async function lockOwn(trx: Db, actor: Speaker, id: string): Promise<Plan> {
  await lockPlan(trx, id)
  return requireOwn(actor, await findPlan(trx, id))
}

type Beginning = Pick<PlanParts, 'title' | 'problem' | 'service_id'> & { problemId: string | null }

/** Begins a draft of the organisation one acts for; its id. */
export async function beginPlan(
  db: Db,
  clock: Clock,
  actor: Speaker,
  { problemId, ...said }: Beginning,
): Promise<string> {
  const id = newId()
  const now = clock.now()
  await db.transaction().execute(async trx => {
    await insertPlan(trx, {
      id,
      organisation_id: actor.actingFor.id,
      said: { ...nothingPlanned, ...said },
      created_by: actor.id,
      now,
    })
    if (problemId) await insertPlanProblem(trx, id, problemId, now)
    await recordActivity(trx, clock, {
      kind: 'plan.begun',
      subject: { kind: 'plan', id },
      actor,
      detail: {},
    })
  })
  return id
}

/** One change of what was published: its version, the page for all readers, and the record is the caller's. */
export async function publishVersion(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  {
    plan,
    act,
    note,
    said,
    ...change
  }: { plan: Plan; act: PlanAct; note: string | null } & Partial<PlanChange>,
): Promise<{ version: number; slug: string }> {
  const made_at = clock.now()
  const version = plan.version + 1
  const after = said ?? plan.said
  const slug = plan.slug ?? (await showProject(trx, clock, plan.id))
  await updatePlan(trx, plan.id, { ...change, slug, said: after, version, changed_at: made_at })
  await insertVersion(trx, {
    plan_id: plan.id,
    number: version,
    act,
    said: after,
    note,
    organisation_id: actor.actingFor.id,
    person_id: actor.id,
    made_at,
  })
  await showProject(trx, clock, plan.id)
  return { version, slug }
}

export type Saving = {
  id: string
  /** What is said anew, from what is said. */
  change(said: PlanParts): Partial<PlanParts>
  /** The version that was looked at; null where the change does not depend on it. */
  version: number | null
  note: string | null
}

/**
 * Keeps what was said: of a draft in its place, of what is published as a new version. 'outdated' when someone else has
 * published a version since, 'narrower' when it would be shown to fewer people; then nothing is kept.
 */
export const savePlan = (db: Db, clock: Clock, actor: Speaker, { id, change, version, note }: Saving) =>
  db.transaction().execute(async (trx): Promise<'kept' | 'outdated' | 'narrower'> => {
    const plan = await lockOwn(trx, actor, id)
    if (plan.state === 'withdrawn')
      throw failure('conflict', 'This project was withdrawn. Publish it again first.')
    const after = { ...plan.said, ...change(plan.said) }
    const parts = changedParts(plan.said, after)
    if (plan.state === 'draft') {
      await updatePlan(trx, id, { said: after, changed_at: clock.now() })
      const subject = { kind: 'plan', id }
      await recordActivity(trx, clock, { kind: 'plan.saved', subject, actor, detail: { parts } })
      return 'kept'
    }
    if (JSON.stringify(after) === JSON.stringify(plan.said)) return 'kept'
    if (version !== null && version !== plan.version) return 'outdated'
    if (isNarrower(plan.said.visibility, after.visibility)) return 'narrower'
    const phase_history = phasesOf(after, inLondon(clock.now()).date)
    const made = await publishVersion(trx, clock, actor, {
      plan,
      act: 'changed',
      note,
      said: { ...after, phase_history },
    })
    await recordActivity(trx, clock, {
      kind: 'project.changed',
      subject: { kind: 'project', id },
      actor,
      detail: { version: made.version, parts },
    })
    return 'kept'
  })

/** Takes a draft away for good; what was published is withdrawn instead. */
export const discardPlan = (db: Db, clock: Clock, actor: Speaker, id: string) =>
  db.transaction().execute(async trx => {
    const { state } = await lockOwn(trx, actor, id)
    if (state !== 'draft') throw failure('conflict', 'This was published meanwhile. You can withdraw it.')
    await deleteDraft(trx, id)
    await recordActivity(trx, clock, {
      kind: 'plan.discarded',
      subject: { kind: 'plan', id },
      actor,
      detail: {},
    })
  })

/** Publishes a draft under an address of its title, or again what was withdrawn. Its slug. */
export const publishPlan = (db: Db, clock: Clock, actor: Speaker, id: string): Promise<string> =>
  db.transaction().execute(async trx => {
    const plan = await lockOwn(trx, actor, id)
    const subject = { kind: 'project', id }
    if (plan.state === 'published') return plan.slug!
    const isFirst = plan.state === 'draft'
    if (isFirst && missingParts(plan.said).length > 0)
      throw failure('conflict', 'A part of this draft was taken out meanwhile. Look at it again.')
    const { version, slug } = await publishVersion(trx, clock, actor, {
      plan,
      act: isFirst ? 'published' : 'reopened',
      note: null,
      said: isFirst
        ? { ...plan.said, phase_history: phasesOf(plan.said, inLondon(clock.now()).date) }
        : plan.said,
      state: 'published',
      published_at: plan.published_at ?? clock.now(),
      withdrawn_at: null,
      withdrawal_reason: null,
    })
    await recordActivity(trx, clock, {
      kind: isFirst ? 'project.planned' : 'project.reopened',
      subject,
      actor,
      detail: { version },
    })
    const isHeld = await holdFirstPost(trx, clock, actor, subject)
    if (!isHeld) await askNamedPartners(trx, clock, actor, id)
    return slug
  })

type Ending = { id: string; note: string }

/** Takes a project out of lists and search; its page stays, and says why. */
export const withdrawPlan = (db: Db, clock: Clock, actor: Speaker, ending: Ending) =>
  db.transaction().execute(trx => withdrawWithin(trx, clock, actor, ending))

/** As {@link withdrawPlan}, as a part of another act. */
export async function withdrawWithin(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { id, note }: Ending,
): Promise<void> {
  const plan = await lockOwn(trx, actor, id)
  if (plan.state === 'withdrawn') return
  if (plan.state === 'draft') throw failure('conflict', 'Only what is published can be withdrawn.')
  const { version } = await publishVersion(trx, clock, actor, {
    plan,
    act: 'withdrawn',
    note,
    state: 'withdrawn',
    withdrawn_at: clock.now(),
    withdrawal_reason: note,
  })
  const subject = { kind: 'project', id }
  await recordActivity(trx, clock, { kind: 'project.withdrawn', subject, actor, detail: { version } })
}

/** Says that a project has finished today, as a part of another act; what came of it can be told later. */
export async function finishWithin(trx: Db, clock: Clock, actor: Speaker, id: string): Promise<void> {
  const plan = await lockOwn(trx, actor, id)
  if (plan.state !== 'published') throw failure('conflict', 'Only a published project can finish.')
  if (plan.said.finished_on !== null) return
  const said = { ...plan.said, finished_on: inLondon(clock.now()).date }
  const { version } = await publishVersion(trx, clock, actor, { plan, act: 'changed', note: null, said })
  const subject = { kind: 'project', id }
  const parts = changedParts(plan.said, said)
  await recordActivity(trx, clock, { kind: 'project.changed', subject, actor, detail: { version, parts } })
}

/** Says that a project stopped, and why; null says that it goes on after all. */
export const stopPlan = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { id, reason }: { id: string; reason: string | null },
) =>
  db.transaction().execute(async trx => {
    const plan = await lockOwn(trx, actor, id)
    if (plan.state !== 'published') throw failure('conflict', 'Only a published project can stop.')
    if (plan.said.stop_reason === reason) return
    const act = reason === null ? 'resumed' : 'stopped'
    const { version } = await publishVersion(trx, clock, actor, {
      plan,
      act,
      note: reason,
      said: { ...plan.said, stop_reason: reason },
    })
    const subject = { kind: 'project', id }
    await recordActivity(trx, clock, { kind: `project.${act}`, subject, actor, detail: { version } })
  })
