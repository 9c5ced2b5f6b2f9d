import { defineFeature } from '#plumbing/feature.ts'
import { done } from './done.ts'
import { milestonesFormat } from './import-milestones.ts'
import { importRoutes } from './import-routes.tsx'
import { onProject } from './panels.tsx'
import { personalMilestones } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { forgetPreviews } from './schedules.ts'

/** What projects mean to have done by when: written here, or brought in from where they plan. */
export default defineFeature({
  name: 'milestones',
  dependsOn: ['accounts', 'moderation', 'plan-reading', 'project-plans', 'projects'],
  routes: [...routes, ...importRoutes],
  activities: [
    'project.milestone-set',
    'project.milestone-moved',
    'project.milestone-done',
    'project.milestone-removed',
    'project.milestones-brought',
    'project.milestones-brought-back',
    'project.milestones-imported',
  ],
  imports: [milestonesFormat],
  schedules: [forgetPreviews],
  personalData: [personalMilestones],
  retention,
  happenings: [
    { activity: 'project.milestone-done', level: 'milestone', says: 'A milestone was reached' },
    { activity: 'project.milestone-moved', level: 'detail', says: 'A milestone moved' },
    { activity: 'project.milestones-brought', level: 'detail', says: 'Its milestones changed' },
  ],
  projectPanels: [onProject],
  done,
})
