import type { Slots } from '#plumbing/feature.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => {
    const rows = await db.selectFrom('notice').select(['slug', 'published_on']).orderBy('id').execute()
    return [
      { path: '/notices', changed: null },
      ...rows.map(({ slug, published_on }) => ({ path: `/notices/${slug}`, changed: published_on })),
    ]
  },
}
