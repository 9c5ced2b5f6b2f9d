import { listHidden } from '#features/moderation/index.ts'
import { recordActivities, recordActivity } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import type { Reaction } from '#plumbing/jobs.ts'
import { askNamedPartners } from './partner-actions.ts'
import { findPlan } from './queries.ts'
import { showProject } from './showing-actions.ts'
import { listUpdatesById } from './update-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'project.updates-moderated': Record<string, never>
  }
}

/**
 * What a curator decides about an update shows on its project's page, and those who watch it hear of it then; and partners of a project that was held are asked
 * once it is shown, so that nobody is written to about what nobody has read.
 */
export const followModeration: Reaction = {
  name: 'follow-moderation-of-projects',
  to: kind => kind.startsWith('moderation.'),
  batch: 50,
  run: async (trx, activities, { clock }) => {
    const idsOf = (kind: string) => [
      ...new Set(activities.filter(({ subject }) => subject.kind === kind).map(({ subject }) => subject.id)),
    ]
    const updateIds = idsOf('project-update')
    const updates = updateIds.length > 0 ? await listUpdatesById(trx, updateIds) : []
    for (const id of new Set(updates.map(({ plan_id }) => plan_id))) {
      await showProject(trx, clock, id)
      const subject = { kind: 'project', id }
      await recordActivity(trx, clock, {
        kind: 'project.updates-moderated',
        subject,
        actor: system,
        detail: {},
      })
    }
    const released = new Set(
      activities.filter(({ kind }) => kind === 'moderation.released').map(({ subject }) => subject.id),
    )
    await recordActivities(
      trx,
      clock,
      updates
        .filter(({ id }) => released.has(id))
        .map(({ id, plan_id }) => ({
          kind: 'project.update-shown',
          subject: { kind: 'project', id: plan_id },
          actor: system,
          detail: { updateId: id },
        })),
    )
    const projectIds = idsOf('project')
    const hidden = await listHidden(trx, 'project', projectIds)
    for (const id of projectIds.filter(id => !hidden.has(id)))
      if ((await findPlan(trx, id))?.state === 'published') await askNamedPartners(trx, clock, system, id)
  },
}
