import { defineFeature } from '#plumbing/feature.ts'
import { asRelease } from './panels.tsx'
import { routes } from './routes.tsx'

/** Planned projects for procurement systems, after the Open Contracting Data Standard. */
export default defineFeature({
  name: 'ocds',
  dependsOn: ['moderation', 'open-data', 'organisations', 'projects', 'related-work', 'services'],
  routes,
  projectPanels: [asRelease],
  furtherData: [
    {
      label: 'Planned projects for procurement systems',
      href: '/ocds',
      says: 'Open Contracting Data Standard 1.1, planning stage',
    },
  ],
  sitemap: [{ list: async () => [{ path: '/ocds', changed: null }] }],
})
