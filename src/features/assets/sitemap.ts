import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { assetPath, assetsPath } from './asset.ts'
import { listFindable, listFindableIds } from './queries.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => [
    { path: assetsPath, changed: null },
    ...(await listFindable(db, await listFindableIds(db))).map(({ slug, changed_at }) => ({
      path: assetPath(slug),
      changed: londonDay(changed_at),
    })),
  ],
}
