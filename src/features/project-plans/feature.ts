import { defineFeature } from '#plumbing/feature.ts'
import { planFromCheck } from './check-steps.ts'
import { projectHappenings } from './happenings.ts'
import { routes as historyRoutes } from './history-routes.tsx'
import { introducible } from './introducible-queries.ts'
import { routes as listRoutes } from './list-routes.tsx'
import { moderatedUpdates } from './moderated.ts'
import { draftPlans, publishedPlans, waitingForLead, waitingPartners } from './my-page.ts'
import { ownedDrafts, partnersWaiting } from './owned.ts'
import { keptTrue, onProject, projectsOfProblem } from './panels.tsx'
import { routes as partnerRoutes } from './partner-routes.tsx'
import { writtenProjects } from './personal-data.ts'
import { routes as publishingRoutes } from './publishing-routes.tsx'
import { followModeration } from './reactions.ts'
import { reviewable } from './reviewable.ts'
import { routes as stepRoutes } from './step-routes.tsx'
import { routes as updateRoutes } from './update-routes.tsx'

/** Projects as organisations plan and write them here. */
export default defineFeature({
  name: 'project-plans',
  dependsOn: [
    'accounts',
    'freshness',
    'mail',
    'moderation',
    'organisations',
    'problems',
    'projects',
    'related-work',
    'services',
  ],
  routes: [
    ...stepRoutes,
    ...listRoutes,
    ...publishingRoutes,
    ...partnerRoutes,
    ...updateRoutes,
    ...historyRoutes,
  ],
  happenings: projectHappenings,
  reactions: [followModeration],
  projectActions: [{ label: 'Plan a project', href: '/plans/new' }],
  projectPanels: [keptTrue, onProject],
  reviewables: [reviewable],
  keepsFresh: ['project.changed', 'project.updated', 'project.resumed', 'project.reopened'],
  problemPanels: [projectsOfProblem],
  nextSteps: [planFromCheck],
  mySections: [waitingPartners, waitingForLead, draftPlans, publishedPlans],
  introducible: [introducible],
  moderated: [moderatedUpdates],
  owned: [ownedDrafts],
  packRecords: [partnersWaiting],
  personalData: [writtenProjects],
  done: [{ key: 'plan-discarded', says: 'You discarded the draft of a project.' }],
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
    'project.updated',
    'project.update-changed',
    'project.update-withdrawn',
    'project.update-shown',
    'project.updates-moderated',
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
