import { defineFeature } from '#plumbing/feature.ts'
import { done } from './done.ts'
import { onProject } from './panels.tsx'
import { routes } from './routes.tsx'

/** What projects mean to have done by when: written here, or brought in from where they plan. */
export default defineFeature({
  name: 'milestones',
  dependsOn: ['accounts', 'moderation', 'project-plans', 'projects'],
  routes,
  activities: [
    'project.milestone-set',
    'project.milestone-moved',
    'project.milestone-done',
    'project.milestone-removed',
  ],
  happenings: [
    { activity: 'project.milestone-done', level: 'milestone', says: 'A milestone was reached' },
    { activity: 'project.milestone-moved', level: 'detail', says: 'A milestone moved' },
  ],
  projectPanels: [onProject],
  done,
})
