import { organisationPath } from '#features/organisations/index.ts'
import { defineFeature } from '#plumbing/feature.ts'
import { onProblem, onProject } from './panels.tsx'
import { routes } from './routes.tsx'

/** Who could work with whom, and why. */
export default defineFeature({
  name: 'partners',
  dependsOn: ['organisations', 'problems', 'project-plans', 'projects'],
  routes,
  problemPanels: [onProblem],
  projectPanels: [onProject],
  organisationPlaces: [
    ({ name, slug }) => ({
      label: `Who could work with ${name}`,
      href: `${organisationPath(slug)}/partners`,
    }),
  ],
})
