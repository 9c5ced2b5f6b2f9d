import { defineFeature } from '#plumbing/feature.ts'
import { routes } from './routes.tsx'

export default defineFeature({
  name: 'check',
  dependsOn: ['meaning', 'organisations', 'services', 'search'],
  routes,
  navigation: [{ label: 'Check', href: '/', order: 10 }],
  activities: ['check.judged'],
  recordsOnly: ['check.judged'],
  done: [
    {
      key: 'judged-same',
      says: 'You said that it is the same. You can say there that your council has it too.',
    },
    { key: 'judged-not-the-same', says: 'It is left out of this answer, and kept that it is not the same.' },
  ],
  sitemap: [{ list: async () => [{ path: '/', changed: null }] }],
})
