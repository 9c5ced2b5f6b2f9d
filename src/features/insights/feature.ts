import { defineFeature } from '#plumbing/feature.ts'
import { routes } from './routes.tsx'
import { sitemap } from './sitemap.ts'

/** What councils need, plan, run and buy, counted from what is public. */
export default defineFeature({
  name: 'insights',
  dependsOn: [
    'accounts',
    'fund-applications',
    'moderation',
    'organisations',
    'problems',
    'projects',
    'services',
    'stances',
  ],
  routes,
  footer: [{ label: 'Insights', href: '/insights', order: 42 }],
  sitemap: [sitemap],
})
