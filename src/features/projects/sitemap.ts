import type { Slots } from '#plumbing/feature.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => {
    const rows = await db.selectFrom('project').select(['slug', 'dated_on']).orderBy('id').execute()
    return [
      { path: '/projects', changed: null },
      ...rows.map(({ slug, dated_on }) => ({ path: `/projects/${slug}`, changed: dated_on })),
    ]
  },
}
