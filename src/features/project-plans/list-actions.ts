import type { ProjectLink } from '#features/projects/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { lockOwn, savePlan } from './plan-actions.ts'
import { showProject } from './showing-actions.ts'
import { deletePlanProblem, insertPlanProblem } from './stored-plans.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'plan.problem-named': { problemId: string }
    'plan.problem-removed': { problemId: string }
    'project.problem-named': { problemId: string }
    'project.problem-removed': { problemId: string }
  }
}

type OfProblem = { planId: string; problemId: string }

/** Says that a project addresses a problem, or that it no longer does. */
export const setProblem = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { planId, problemId, isAddressed }: OfProblem & { isAddressed: boolean },
) =>
  db.transaction().execute(async trx => {
    const plan = await lockOwn(trx, actor, planId)
    if (isAddressed) await insertPlanProblem(trx, planId, problemId, clock.now())
    else await deletePlanProblem(trx, planId, problemId)
    const isDraft = plan.state === 'draft'
    const what = isAddressed ? 'problem-named' : 'problem-removed'
    await recordActivity(trx, clock, {
      kind: isDraft ? `plan.${what}` : `project.${what}`,
      subject: { kind: isDraft ? 'plan' : 'project', id: planId },
      actor,
      detail: { problemId },
    })
    if (!isDraft) await showProject(trx, clock, planId)
  })

export const linksAtMost = 20

type OfLink = { planId: string; change(links: ProjectLink[]): ProjectLink[] }

/** Adds a link or takes one away; of what is published that makes a version. */
export const changeLinks = (db: Db, clock: Clock, actor: Speaker, { planId, change }: OfLink) =>
  savePlan(db, clock, actor, {
    id: planId,
    change: said => ({ links: change(said.links).slice(0, linksAtMost) }),
    version: null,
    note: null,
  })
