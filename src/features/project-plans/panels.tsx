import { listProblemsById, type ProblemPanelContext } from '#features/problems/index.ts'
import { type ProjectPanel, welcomesPartners } from '#features/projects/index.ts'
import { isMemberOf, isSpeaker, visitor } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { obstacleToOffering } from './partnership.ts'
import { isPublished, mayWriteUpdates } from './plan.ts'
import { findPlan, listPlansOfProblem } from './queries.ts'
import { listReadable } from './readable-queries.ts'
import { PlansOfProblem } from './views/problem-panel.tsx'
import { AddressedProblems, JoiningPanel, OwnPanel } from './views/project-panels.tsx'

/** Whether others may join, whom it looks for, and the way to ask. */
export const joining: ProjectPanel = {
  place: 'under the title',
  order: 10,
  load: async (db, clock, actor, project) => {
    const plan = await findPlan(db, project.id)
    if (!plan || !isPublished(plan)) return null
    const isWelcome = plan.state === 'published' && welcomesPartners(inLondon(clock.now()).date, project)
    const { id } = isSpeaker(actor) ? actor.actingFor : { id: null }
    const own = plan.partners.find(({ organisation }) => organisation.id === id)
    const isOwners = isMemberOf(actor, plan.organisation.id)
    return (
      <JoiningPanel
        plan={plan}
        isWelcome={isWelcome}
        obstacle={isSpeaker(actor) && !isOwners ? obstacleToOffering(actor, plan, isWelcome) : null}
        mayAsk={actor.kind === visitor.kind || (isSpeaker(actor) && !isOwners)}
        requestId={own && own.state !== 'named' ? own.id : null}
      />
    )
  },
}

/** The problems it addresses, of those that the reader may see. */
export const addressed: ProjectPanel = {
  place: 'after the facts',
  order: 10,
  load: async (db, _clock, actor, project) => {
    const plan = await findPlan(db, project.id)
    const problems = plan ? await listProblemsById(db, actor, plan.problemIds) : new Map()
    return problems.size > 0 ? <AddressedProblems problems={[...problems.values()]} /> : null
  },
}

/** The way to its history, and for those who write on it what they can do. */
export const own: ProjectPanel = {
  place: 'at the side',
  order: 10,
  load: async (db, _clock, actor, project) => {
    const plan = await findPlan(db, project.id)
    if (!plan || !isPublished(plan)) return null
    return (
      <OwnPanel
        plan={plan}
        isOwners={isMemberOf(actor, plan.organisation.id)}
        mayWrite={mayWriteUpdates(actor, plan)}
      />
    )
  },
}

/** On a problem's page: the projects about it, and the way to plan another. */
export const projectsOfProblem: Slots['problemPanels'] = {
  order: 30,
  load: async (db, { problem, actor, clock }: ProblemPanelContext) => {
    const plans = await listReadable(db, actor, await listPlansOfProblem(db, problem.id))
    const mayPlan = (problem.state === 'published' && actor.kind === visitor.kind) || isSpeaker(actor)
    if (plans.length === 0 && !mayPlan) return null
    return {
      title: 'Projects about this problem',
      content: (
        <PlansOfProblem
          plans={plans}
          today={inLondon(clock.now()).date}
          planAnother={mayPlan && problem.state !== 'withdrawn' ? problem.slug : null}
        />
      ),
    }
  },
}
