import { systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { isSeenBy, opportunityPath } from './opportunity.ts'
import { listOpportunitiesById } from './opportunity-queries.ts'

/** Its words are the platform's own: it belongs to no organisation. */
export const moderated: Slots['moderated'] = {
  kind: 'opportunity',
  label: 'common need',
  list: async (db, ids) =>
    (await listOpportunitiesById(db, systemClock, ids)).map(opportunity => ({
      id: opportunity.id,
      title: opportunity.title,
      path: opportunityPath(opportunity.slug),
      organisationId: null,
      isSeenBy: actor => isSeenBy(actor, opportunity),
    })),
}
