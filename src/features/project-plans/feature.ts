import { defineFeature } from '#plumbing/feature.ts'
import { routes as listRoutes } from './list-routes.tsx'
import { routes as publishingRoutes } from './publishing-routes.tsx'
import { routes as stepRoutes } from './step-routes.tsx'

/** Projects as organisations plan and write them here. */
export default defineFeature({
  name: 'project-plans',
  dependsOn: [
    'accounts',
    'mail',
    'moderation',
    'organisations',
    'problems',
    'projects',
    'related-work',
    'services',
  ],
  routes: [...stepRoutes, ...listRoutes, ...publishingRoutes],
  activities: [
    'plan.begun',
    'plan.saved',
    'plan.discarded',
    'plan.partner-named',
    'plan.partner-removed',
    'plan.problem-named',
    'plan.problem-removed',
    'project.planned',
    'project.changed',
    'project.stopped',
    'project.resumed',
    'project.withdrawn',
    'project.reopened',
    'project.problem-named',
    'project.problem-removed',
    'partner.asked',
    'partner.offered',
    'partner.confirmed',
    'partner.declined',
    'partner.ended',
  ],
  recordsOnly: [
    'plan.begun',
    'plan.saved',
    'plan.discarded',
    'plan.partner-named',
    'plan.partner-removed',
    'plan.problem-named',
    'plan.problem-removed',
  ],
})
