import { listCollaborations, maySeeItem, standingOf } from '#features/collaborations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { decisionPath } from './decision.ts'
import { listDecisionsById } from './queries.ts'

export const moderated: Slots['moderated'] = {
  kind: 'shared-decision',
  label: 'decision of a collaboration',
  list: async (db, ids) => {
    const decisions = await listDecisionsById(db, ids)
    const collaborations = await listCollaborations(
      db,
      decisions.map(({ collaboration_id }) => collaboration_id),
    )
    return decisions.flatMap(({ id, collaboration_id, number, title, visibility, organisation }) => {
      const collaboration = collaborations.get(collaboration_id)
      if (!collaboration) return []
      return [
        {
          id,
          title: `Decision: ${title}`,
          path: decisionPath(collaboration.plan.slug, number),
          organisationId: organisation.id,
          isSeenBy: actor => {
            const standing = standingOf(actor, collaboration)
            return maySeeItem(standing, visibility) && maySeeItem(standing, collaboration.visibility)
          },
        },
      ]
    })
  },
}
