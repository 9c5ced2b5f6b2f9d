import type { Slots } from '#plumbing/feature.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => {
    const rows = await db
      .selectFrom('fund_application')
      .select(['slug', 'source_as_of'])
      .orderBy('id')
      .execute()
    return [
      { path: '/fund/applications', changed: null },
      ...rows.map(({ slug, source_as_of }) => ({
        path: `/fund/applications/${slug}`,
        changed: source_as_of,
      })),
    ]
  },
}
