import { findPlanOfSlug, isPublished } from '#features/project-plans/index.ts'
import { isMemberOf } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { isAsked, takingPartIn } from './collaboration.ts'
import { isShownTo } from './own-queries.ts'
import { findByPlan } from './queries.ts'
import { BeginWay, WorkedOnTogether } from './views/project-panel.tsx'

/** On a project's page: its collaboration, for those who may see it; for those who take part, the way to begin one. */
export const onProject: Slots['projectPanels'] = {
  load: async (db, _clock, actor, { id, slug, withdrawn_on }) => {
    const collaboration = await findByPlan(db, id)
    if (collaboration) {
      return isAsked(actor, collaboration) || (await isShownTo(db, actor, collaboration))
        ? [{ place: 'at the side', content: <WorkedOnTogether collaboration={collaboration} /> }]
        : []
    }
    if (actor.kind !== 'person' || withdrawn_on) return []
    const plan = await findPlanOfSlug(db, slug)
    const taking = plan && isPublished(plan) ? takingPartIn(plan) : []
    return taking.length > 1 && taking.some(organisation => isMemberOf(actor, organisation.id))
      ? [{ place: 'at the side', content: <BeginWay slug={slug} /> }]
      : []
  },
}
