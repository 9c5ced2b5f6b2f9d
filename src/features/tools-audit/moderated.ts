import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listReviewsById, listToolsById } from './queries.ts'
import { maySeeHidden, reviewAnchor, toolPath } from './tool.ts'

const today = () => inLondon(systemClock.now()).date

export const moderatedTools: Slots['moderated'] = {
  kind: 'tool',
  label: 'tool',
  list: async (db, ids) =>
    (await listToolsById(db, today(), ids)).map(tool => ({
      id: tool.id,
      title: tool.name,
      path: toolPath(tool.slug),
      organisationId: tool.listed_by?.id ?? null,
      isSeenBy: () => true,
    })),
}

export const moderatedReviews: Slots['moderated'] = {
  kind: 'tool-review',
  label: 'review of a tool',
  list: async (db, ids) => {
    const reviews = await listReviewsById(db, ids)
    const tools = await listToolsById(
      db,
      today(),
      reviews.map(({ tool_id }) => tool_id),
    )
    return reviews.map(({ id, tool_id, organisation, withdrawn_at }) => {
      const tool = tools.find(each => each.id === tool_id)!
      return {
        id,
        title: `${organisation.name} on ${tool.name}`,
        path: `${toolPath(tool.slug)}#${reviewAnchor(id)}`,
        organisationId: organisation.id,
        isSeenBy: actor => (withdrawn_at === null && !tool.hidden) || maySeeHidden(actor, organisation.id),
      }
    })
  },
}
