import { defineFeature } from '#plumbing/feature.ts'
import { countModeration } from './case-queries.ts'
import { routes as caseRoutes } from './case-routes.tsx'
import { done } from './done.ts'
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
  curatorQueues: [
    {
      label: 'Moderation',
      href: '/moderation',
      order: 10,
      count: async db => (await countModeration(db)).waiting,
    },
  ],
  done,
  footer: [{ label: 'How reporting works', href: '/report', order: 60 }],
  sitemap: [{ list: async () => [{ path: '/report', changed: null }] }],
})
