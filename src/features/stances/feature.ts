import { defineFeature } from '#plumbing/feature.ts'
import { stanceTable } from './open-data.ts'
import { routes as ownRoutes } from './own-stance-routes.tsx'
import { routes } from './routes.tsx'

export default defineFeature({
  name: 'stances',
  dependsOn: ['accounts', 'mail', 'moderation', 'organisations', 'problems'],
  routes: [...routes, ...ownRoutes],
  activities: ['stance.taken', 'stance.changed', 'stance.confirmed', 'stance.withdrawn', 'stance.expired'],
  exports: [stanceTable],
})
