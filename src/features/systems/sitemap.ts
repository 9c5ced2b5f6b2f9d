import type { Slots } from '#plumbing/feature.ts'
import { listProducts } from './product-queries.ts'
import { productPath } from './system.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => [
    { path: '/systems', changed: null },
    ...(await listProducts(db)).map(({ slug }) => ({ path: productPath(slug), changed: null })),
  ],
}
