import { defineFeature } from '#plumbing/feature.ts'
import { routes } from './routes.tsx'

export default defineFeature({
  name: 'open-data',
  routes,
  footer: [{ label: 'Data, sources and licences', href: '/data', order: 50 }],
  sitemap: [{ list: async () => [{ path: '/data', changed: null }] }],
})
