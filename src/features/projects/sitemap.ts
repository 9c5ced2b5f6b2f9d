import type { Slots } from '#plumbing/feature.ts'
import { listForSitemap } from './page-queries.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => {
    const rows = await listForSitemap(db)
    return [
      { path: '/projects', changed: null },
      ...rows.map(({ slug, dated_on }) => ({ path: `/projects/${slug}`, changed: dated_on })),
    ]
  },
}
