import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { listForSitemap } from './line-queries.ts'
import { problemPath } from './problem.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => [
    { path: '/problems', changed: null },
    ...(await listForSitemap(db)).map(({ slug, changed_at }) => ({
      path: problemPath(slug!),
      changed: londonDay(changed_at),
    })),
  ],
}
