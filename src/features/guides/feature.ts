import type { Db } from '#plumbing/database/database.ts'
import { defineFeature } from '#plumbing/feature.ts'
import { stateProblem } from './check-steps.ts'
import { guidePath, guidesPath } from './guide.ts'
import { guideFiles, guideSeeds } from './import-guides.ts'
import { onOpportunity, onProblem, onProject } from './panels.tsx'
import { writtenGuides } from './personal-data.ts'
import { countBeingWritten, isThere } from './queries.ts'
import { routes } from './routes.tsx'
import { searchable } from './searchable.ts'
import { sitemap } from './sitemap.ts'
import { routes as templateRoutes } from './template-routes.tsx'
import { routes as writingRoutes } from './writing-routes.tsx'

/** Until a curator withdraws it. */
const whileRead = (slug: string) => (db: Db) => isThere(db, slug)

/** How to work together: journeys, guides and templates, which curators keep and the product fills. */
export default defineFeature({
  name: 'guides',
  dependsOn: [
    'accounts',
    'check',
    'contract-horizon',
    'fund-applications',
    'moderation',
    'opportunities',
    'organisations',
    'problems',
    'project-plans',
    'projects',
    'related-work',
    'search',
    'stances',
  ],
  routes: [...writingRoutes, ...routes, ...templateRoutes],
  footer: [{ label: 'Guides to working together', href: guidesPath, order: 30 }],
  imports: [guideFiles],
  seeds: guideSeeds,
  activities: [
    'guide.drafted',
    'guide.draft-discarded',
    'guide.published',
    'guide.changed',
    'guide.withdrawn',
    'guide.put-back',
  ],
  happenings: [{ activity: 'guide.changed', level: 'milestone', says: 'The guide changed' }],
  searchable: [searchable],
  sitemap: [sitemap],
  nextSteps: [{ ...stateProblem, isThere: whileRead('problem-statement') }],
  problemPanels: [onProblem],
  projectPanels: [onProject],
  opportunityPanels: [onOpportunity],
  problemAdvice: [
    {
      label: 'How to state a problem',
      href: guidePath('state-a-problem'),
      isThere: whileRead('state-a-problem'),
    },
  ],
  windowAdvice: [
    {
      label: 'Procurement together: what to do, and when',
      href: guidePath('procurement-together'),
      isThere: whileRead('procurement-together'),
    },
  ],
  curatorQueues: [{ label: 'Guides in draft', href: guidesPath, order: 65, count: countBeingWritten }],
  personalData: [writtenGuides],
  done: [
    { key: 'guide-withdrawn', says: 'Only curators see this page now. What it said is kept.' },
    { key: 'guide-put-back', says: 'Everyone reads this page again.' },
    { key: 'guide-published', says: 'Everyone reads this version now.' },
    { key: 'guide-draft-discarded', says: 'You discarded the draft. What everyone reads has not changed.' },
  ],
})
