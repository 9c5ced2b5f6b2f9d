import { defineFeature } from '#plumbing/feature.ts'
import { routes as caseRoutes } from './case-routes.tsx'
import { reportsAndDecisions } from './personal-data.ts'
import { routes as reportRoutes } from './report-routes.tsx'
import { retention } from './retention.ts'
import { forgetReporters } from './schedules.ts'

export default defineFeature({
  name: 'moderation',
  dependsOn: ['accounts', 'mail', 'organisations'],
  retention,
  routes: [...reportRoutes, ...caseRoutes],
  activities: [
    'moderation.held',
    'moderation.reported',
    'moderation.released',
    'moderation.withheld',
    'moderation.restored',
    'moderation.dismissed',
    'moderation.told',
  ],
  schedules: [forgetReporters],
  personalData: [reportsAndDecisions],
  myLinks: [{ label: 'Moderation: what waits for you', href: '/moderation', for: 'curator' }],
  footer: [{ label: 'How reporting works', href: '/report', order: 60 }],
  sitemap: [{ list: async () => [{ path: '/report', changed: null }] }],
})
