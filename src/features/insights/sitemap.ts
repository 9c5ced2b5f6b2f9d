import type { Slots } from '#plumbing/feature.ts'
import { insightPath, insightsPath, regionPath, suppliersPath } from './choices.ts'
import { listOffered } from './chosen-queries.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => {
    const { places, types, areas } = await listOffered(db)
    return [
      insightsPath,
      suppliersPath,
      ...places.map(({ slug }) => regionPath(slug)),
      ...types.map(({ slug }) => insightPath({ type: slug })),
      ...areas.map(({ id }) => insightPath({ area: id })),
    ].map(path => ({ path, changed: null }))
  },
}
