import type { Slots } from '#plumbing/feature.ts'
import { collaborationPath, maySeeItem, standingOf } from './collaboration.ts'
import { listCollaborations } from './queries.ts'

export const moderated: Slots['moderated'] = {
  kind: 'collaboration',
  label: 'collaboration',
  list: async (db, ids) =>
    [...(await listCollaborations(db, ids)).values()].map(collaboration => ({
      id: collaboration.id,
      title: `Working together: ${collaboration.plan.said.title}`,
      path: collaborationPath(collaboration.plan.slug),
      organisationId: collaboration.begunBy.id,
      isSeenBy: actor => maySeeItem(standingOf(actor, collaboration), collaboration.visibility),
    })),
}
