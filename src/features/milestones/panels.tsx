import { isMemberOf } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { inPlan } from './milestone.ts'
import { listMilestones } from './queries.ts'
import { MilestonesOfProject, MilestonesWay } from './views/project-panel.tsx'

/** On a project's page: what it means to have done by when, and for its people the way to say so. */
export const onProject: Slots['projectPanels'] = {
  load: async (db, clock, actor, { id, slug, organisation_id, withdrawn_on }) => {
    const milestones = withdrawn_on ? [] : inPlan(await listMilestones(db, id))
    const today = inLondon(clock.now()).date
    return [
      ...(milestones.length > 0
        ? [
            {
              place: 'below the words' as const,
              content: <MilestonesOfProject milestones={milestones} today={today} />,
            },
          ]
        : []),
      ...(isMemberOf(actor, organisation_id) && !withdrawn_on
        ? [{ place: 'at the side' as const, content: <MilestonesWay slug={slug} /> }]
        : []),
    ]
  },
}
