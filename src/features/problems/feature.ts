import { defineFeature } from '#plumbing/feature.ts'
import { sameProblem } from './check-group.ts'
import { publishAsProblem } from './check-steps.ts'
import { newestProblems, problemsFigure } from './home.ts'
import { problemsByPlace, problemsByService } from './insight-charts.ts'
import { introducible } from './introducible-queries.ts'
import { moderated } from './moderated.ts'
import { draftProblems, publishedProblems } from './my-page.ts'
import { problemTable } from './open-data.ts'
import { ownedDrafts } from './owned.ts'
import { writtenProblems } from './personal-data.ts'
import { routes as publishingRoutes } from './publishing-routes.tsx'
import { ofOrganisation, ofService } from './records.ts'
import { reviewable } from './reviewable.ts'
import { routes } from './routes.tsx'
import { searchable, shownToSome } from './searchable.ts'
import { sitemap } from './sitemap.ts'
import { routes as stepRoutes } from './step-routes.tsx'

export default defineFeature({
  name: 'problems',
  dependsOn: [
    'accounts',
    'freshness',
    'moderation',
    'organisations',
    'problem-coach',
    'services',
    'search',
    'check',
  ],
  navigation: [{ label: 'Problems', href: '/problems', order: 15 }],
  routes: [...routes, ...stepRoutes, ...publishingRoutes],
  activities: [
    'problem.begun',
    'problem.saved',
    'problem.compared',
    'problem.discarded',
    'problem.published',
    'problem.changed',
    'problem.withdrawn',
    'problem.solved',
    'problem.reopened',
    'problem.shown-to',
    'problem.no-longer-shown-to',
  ],
  happenings: [
    { activity: 'problem.changed', level: 'detail', says: 'Its words changed' },
    { activity: 'problem.solved', level: 'milestone', says: 'Solved' },
    { activity: 'problem.withdrawn', level: 'milestone', says: 'Withdrawn' },
    { activity: 'problem.reopened', level: 'milestone', says: 'Opened again' },
  ],
  reviewables: [reviewable],
  keepsFresh: ['problem.changed', 'problem.reopened'],
  searchable: [searchable],
  shownToSome: [shownToSome],
  check: [sameProblem],
  nextSteps: [publishAsProblem],
  organisationRecords: [ofOrganisation],
  serviceRecords: [ofService],
  homeSections: [newestProblems],
  homeFigures: [problemsFigure],
  insightCharts: [problemsByService, problemsByPlace],
  exports: [problemTable],
  sitemap: [sitemap],
  moderated: [moderated],
  introducible: [introducible],
  mySections: [draftProblems, publishedProblems],
  owned: [ownedDrafts],
  personalData: [writtenProblems],
  done: [{ key: 'problem-discarded', says: 'You discarded the draft of a problem.' }],
})
