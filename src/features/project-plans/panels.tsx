import { loadFreshness } from '#features/freshness/index.ts'
import { listProblemsById, type ProblemPanelContext } from '#features/problems/index.ts'
import { welcomesPartners } from '#features/projects/index.ts'
import { isMemberOf, isSpeaker, visitor } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { obstacleToOffering } from './partnership.ts'
import { isPublished, mayWriteUpdates } from './plan.ts'
import { findPlan, listPlansOfProblem } from './queries.ts'
import { listReadable } from './readable-queries.ts'
import { PlansOfProblem } from './views/problem-panel.tsx'
import { AddressedProblems, JoiningPanel, OwnPanel } from './views/project-panels.tsx'

/** On a written project's page: whether others may join, what problems it addresses, and what its writers can do. */
export const onProject: Slots['projectPanels'] = {
  load: async (db, clock, actor, project) => {
    const plan = await findPlan(db, project.id)
    if (!plan || !isPublished(plan)) return []
    const problems = await listProblemsById(db, actor, plan.problemIds)
    const isWelcome = welcomesPartners(inLondon(clock.now()).date, project) && plan.state === 'published'
    const isOwners = isMemberOf(actor, plan.organisation.id)
    const mayAsk = !isOwners && (actor.kind === visitor.kind || isSpeaker(actor))
    const obstacle = mayAsk && isSpeaker(actor) ? obstacleToOffering(actor, plan, isWelcome) : null
    const request =
      isSpeaker(actor) && plan.partners.find(({ organisation }) => organisation.id === actor.actingFor.id)
    return [
      {
        place: 'under the title',
        content: (
          <JoiningPanel
            plan={plan}
            isWelcome={isWelcome}
            obstacle={obstacle}
            mayAsk={mayAsk}
            requestId={request && request.state !== 'named' ? request.id : null}
          />
        ),
      },
      { place: 'after the facts', content: <AddressedProblems problems={[...problems.values()]} /> },
      {
        place: 'at the side',
        content: <OwnPanel plan={plan} isOwners={isOwners} mayWrite={mayWriteUpdates(actor, plan)} />,
      },
    ]
  },
}

/** On its page: that nobody has confirmed it for long, and for members of its organisation who looks after it. */
export const keptTrue: Slots['projectPanels'] = {
  load: async (db, _clock, actor, { id }) => {
    const { notice, forMembers } = await loadFreshness(db, actor, { kind: 'project', id })
    return [
      { place: 'under the title', content: notice },
      { place: 'at the side', content: forMembers },
    ]
  },
}

/** On a problem's page: the projects about it, and the way to plan another. */
export const projectsOfProblem: Slots['problemPanels'] = {
  order: 30,
  load: async (db, { problem, actor, clock }: ProblemPanelContext) => {
    const plans = await listReadable(db, actor, await listPlansOfProblem(db, problem.id))
    const mayPlan = problem.state === 'published' && (actor.kind === visitor.kind || isSpeaker(actor))
    if (plans.length === 0 && !mayPlan) return null
    return {
      title: 'Projects about this problem',
      content: (
        <PlansOfProblem
          plans={plans}
          today={inLondon(clock.now()).date}
          planAnother={mayPlan ? problem.slug : null}
        />
      ),
    }
  },
}
