import { defineFeature } from '#plumbing/feature.ts'
import { onProject, onUpdate } from './panels.tsx'
import { routes } from './routes.tsx'

/** One update in every form in which it is asked for: report, committee paragraph, feed, chat card. */
export default defineFeature({
  name: 'project-reporting',
  dependsOn: ['accounts', 'feeds', 'hooks', 'milestones', 'project-plans', 'projects'],
  routes,
  updatePanels: [onUpdate],
  projectPanels: [onProject],
})
