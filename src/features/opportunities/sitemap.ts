import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { opportunityPath } from './opportunity.ts'
import { listFindableIds } from './opportunity-queries.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => [
    { path: '/opportunities', changed: null },
    ...(await listFindableIds(db)).map(({ slug, changed_at }) => ({
      path: opportunityPath(slug),
      changed: londonDay(changed_at),
    })),
  ],
}
