import { holdFirstPost } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { mayWriteUpdates, type Plan } from './plan.ts'
import { findPlan } from './queries.ts'
import { showProject } from './showing-actions.ts'
import { lockPlan } from './stored-plans.ts'
import { type Update, type UpdateWords, wholeText } from './update.ts'
import { changeUpdate, findUpdate, insertUpdate, insertUpdateText } from './update-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'project.updated': { updateId: string }
    'project.update-changed': { updateId: string; version: number }
    'project.update-withdrawn': { updateId: string }
  }
}

const subjectOf = (planId: string) => ({ kind: 'project', id: planId })

async function lockWritable(trx: Db, actor: Speaker, planId: string): Promise<Plan> {
  await lockPlan(trx, planId)
  const plan = await findPlan(trx, planId)
  if (!plan || !mayWriteUpdates(actor, plan)) throw failure('absent', '')
  return plan
}

/** An update of the organisation one acts for, its project locked. */
async function lockOwnUpdate(trx: Db, actor: Speaker, id: string): Promise<Update> {
  const found = await findUpdate(trx, id)
  if (!found || found.organisation_id !== actor.actingFor.id) throw failure('absent', '')
  await lockPlan(trx, found.plan_id)
  return (await findUpdate(trx, id))!
}

type Writing = { planId: string; words: UpdateWords; saidOn: string }

/** Publishes a dated note on a project; its id, and whether it waits for a curator. */
export const writeUpdate = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { planId, words, saidOn }: Writing,
): Promise<{ id: string; isHeld: boolean }> =>
  db.transaction().execute(async trx => {
    await lockWritable(trx, actor, planId)
    const id = newId()
    const written_at = clock.now()
    await insertUpdate(trx, {
      id,
      plan_id: planId,
      organisation_id: actor.actingFor.id,
      said_on: saidOn,
      version: 1,
      written_at,
    })
    await insertUpdateText(trx, { update_id: id, number: 1, ...words, person_id: actor.id, written_at })
    const isHeld = await holdFirstPost(trx, clock, actor, { kind: 'project-update', id })
    await showProject(trx, clock, planId)
    await recordActivity(trx, clock, {
      kind: 'project.updated',
      subject: subjectOf(planId),
      actor,
      detail: { updateId: id },
    })
    return { id, isHeld }
  })

type Rewriting = { id: string; words: UpdateWords; saidOn: string }

/** Says an update in other words, or of another day; what it said before stays to be read. */
export const rewriteUpdate = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { id, words, saidOn }: Rewriting,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const update = await lockOwnUpdate(trx, actor, id)
    if (update.withdrawn_at) throw failure('conflict', 'This update was withdrawn.')
    if (wholeText(update) === wholeText(words) && update.said_on === saidOn) return
    const version = update.version + 1
    await insertUpdateText(trx, {
      update_id: id,
      number: version,
      ...words,
      person_id: actor.id,
      written_at: clock.now(),
    })
    await changeUpdate(trx, id, { version, said_on: saidOn })
    await showProject(trx, clock, update.plan_id)
    await recordActivity(trx, clock, {
      kind: 'project.update-changed',
      subject: subjectOf(update.plan_id),
      actor,
      detail: { updateId: id, version },
    })
  })

/** Takes an update's words away; that there was one, and of which day, stays. */
export const withdrawUpdate = (db: Db, clock: Clock, actor: Speaker, id: string): Promise<void> =>
  db.transaction().execute(async trx => {
    const update = await lockOwnUpdate(trx, actor, id)
    if (update.withdrawn_at) return
    await changeUpdate(trx, id, { withdrawn_at: clock.now() })
    await showProject(trx, clock, update.plan_id)
    await recordActivity(trx, clock, {
      kind: 'project.update-withdrawn',
      subject: subjectOf(update.plan_id),
      actor,
      detail: { updateId: id },
    })
  })
