import type { Said } from '#features/plan-reading/index.ts'
import { lockOwn } from '#features/project-plans/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { inPlan, milestonesAtMost } from './milestone.ts'
import { findMilestone, listMilestones } from './queries.ts'
import { insertMilestone, updateMilestone } from './stored-milestones.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'project.milestone-set': { milestoneId: string }
    'project.milestone-moved': { milestoneId: string }
    'project.milestone-done': { milestoneId: string }
    'project.milestone-removed': { milestoneId: string }
  }
}

/** A published project of the organisation one acts for, locked. */
export async function lockPublished(trx: Db, actor: Speaker, planId: string): Promise<void> {
  const { state } = await lockOwn(trx, actor, planId)
  if (state !== 'published') throw failure('conflict', 'Only a published project has milestones.')
}

/** Adds a milestone to a project of one's organisation. */
export const addMilestone = (db: Db, clock: Clock, actor: Speaker, planId: string, said: Said) =>
  db.transaction().execute(async trx => {
    await lockPublished(trx, actor, planId)
    if (inPlan(await listMilestones(trx, planId)).length >= milestonesAtMost)
      throw failure('conflict', `A project can have ${milestonesAtMost} milestones. Take one out first.`)
    const id = newId()
    const made_at = clock.now()
    await insertMilestone(
      trx,
      { plan_id: planId, source: null },
      {
        ...said,
        milestone_id: id,
        number: 1,
        is_removed: false,
        source_said: null,
        made_at,
        person_id: actor.id,
        import_id: null,
      },
    )
    await recordActivity(trx, clock, {
      kind: 'project.milestone-set',
      subject: { kind: 'project', id: planId },
      actor,
      detail: { milestoneId: id },
    })
  })

const kindOf = (before: Said, after: Said) =>
  after.is_done && !before.is_done
    ? 'project.milestone-done'
    : after.due_on !== before.due_on
      ? 'project.milestone-moved'
      : 'project.milestone-set'

type Change = { planId: string; id: string; said: Said | 'removed' }

/** Says something else of a milestone, or takes it out; what was said before stays for the reports that told it. */
export const changeMilestone = (db: Db, clock: Clock, actor: Speaker, { planId, id, said }: Change) =>
  db.transaction().execute(async trx => {
    await lockPublished(trx, actor, planId)
    const found = await findMilestone(trx, id)
    if (!found || found.plan_id !== planId || found.is_removed) throw failure('absent', '')
    const { title, due_on, is_done, done_on, number, source_said } = found
    const before: Said = { title, due_on, is_done, done_on }
    const after = said === 'removed' ? before : said
    if (said !== 'removed' && JSON.stringify(before) === JSON.stringify(sameOrder(after))) return
    await updateMilestone(trx, {
      ...after,
      milestone_id: id,
      number: number + 1,
      is_removed: said === 'removed',
      source_said: source_said as Said | null,
      made_at: clock.now(),
      person_id: actor.id,
      import_id: null,
    })
    await recordActivity(trx, clock, {
      kind: said === 'removed' ? 'project.milestone-removed' : kindOf(before, after),
      subject: { kind: 'project', id: planId },
      actor,
      detail: { milestoneId: id },
    })
  })

const sameOrder = ({ title, due_on, is_done, done_on }: Said): Said => ({ title, due_on, is_done, done_on })
