import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { guidePath, guidesPath } from './guide.ts'
import { listGuides } from './queries.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => [
    { path: guidesPath, changed: null },
    ...(await listGuides(db)).map(({ slug, publishedAt }) => ({
      path: guidePath(slug),
      changed: londonDay(publishedAt),
    })),
  ],
}
