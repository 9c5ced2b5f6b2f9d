import { defineFeature } from '#plumbing/feature.ts'
import { routes } from './routes.tsx'

export default defineFeature({
  name: 'check',
  dependsOn: ['organisations', 'services', 'search'],
  routes,
  navigation: [{ label: 'Check', href: '/', order: 10 }],
  sitemap: [{ list: async () => [{ path: '/', changed: null }] }],
})
