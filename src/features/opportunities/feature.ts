import { defineFeature } from '#plumbing/feature.ts'
import { closingCalls } from './closing.ts'
import { clusterCommand } from './cluster-commands.ts'
import { routes as curationRoutes } from './curation-routes.tsx'
import { listCallDeadlines } from './deadline-queries.ts'
import { findNeedsCommand } from './finding-commands.ts'
import { findCommonNeeds } from './finding-jobs.ts'
import { commonNeeds, openCalls } from './insight-charts.ts'
import { moderated } from './moderated.ts'
import { opportunityTable } from './open-data.ts'
import { countProposed } from './opportunity-queries.ts'
import { ownedAnswers } from './owned.ts'
import { saidToCalls } from './personal-data.ts'
import { routes } from './routes.tsx'
import { findCommonNeedsAtNight } from './schedules.ts'
import { searchable } from './searchable.ts'
import { sitemap } from './sitemap.ts'
import { routes as writingRoutes } from './writing-routes.tsx'

/** Common needs: what several organisations have, and nobody works on yet. */
export default defineFeature({
  name: 'opportunities',
  dependsOn: [
    'accounts',
    'contracts',
    'meaning',
    'moderation',
    'organisations',
    'problems',
    'project-plans',
    'projects',
    'related-work',
    'search',
    'services',
    'stances',
  ],
  closingSoon: [closingCalls],
  supplierWays: [{ label: 'answer an open call on a common need', href: '/opportunities', order: 10 }],
  footer: [{ label: 'Common needs', href: '/opportunities', order: 40 }],
  routes: [...writingRoutes, ...routes, ...curationRoutes],
  activities: [
    'opportunity.found',
    'opportunity.found-again',
    'opportunity.lapsed',
    'opportunity.written',
    'opportunity.published',
    'opportunity.worded',
    'opportunity.members-chosen',
    'opportunity.dismissed',
    'opportunity.merged',
    'opportunity.called',
    'opportunity.call-ended',
    'opportunity.joined',
    'opportunity.no-longer-joined',
  ],
  curatorQueues: [
    { label: 'Common needs to decide on', href: '/opportunities', order: 45, count: countProposed },
  ],
  happenings: [
    { activity: 'opportunity.worded', level: 'detail', says: 'Its words changed' },
    { activity: 'opportunity.called', level: 'milestone', says: 'A call for partners is open' },
    { activity: 'opportunity.call-ended', level: 'milestone', says: 'The call for partners ended' },
    { activity: 'opportunity.joined', level: 'detail', says: 'Another organisation joined' },
  ],
  searchable: [searchable],
  deadlines: [{ kind: 'opportunity', list: listCallDeadlines }],
  sitemap: [sitemap],
  insightCharts: [commonNeeds, openCalls],
  exports: [opportunityTable],
  moderated: [moderated],
  owned: [ownedAnswers],
  personalData: [saidToCalls],
  schedules: [findCommonNeedsAtNight],
  jobs: [findCommonNeeds],
  commands: [clusterCommand, findNeedsCommand],
  done: [
    { key: 'opportunity-written', says: 'It is kept as a proposal. Read it once more, and publish it.' },
    { key: 'opportunity-published', says: 'Everyone sees this common need now.' },
    { key: 'opportunity-dismissed', says: 'You dismissed a common need.' },
    {
      key: 'opportunity-members-chosen',
      says: 'You chose what belongs to it. The night leaves that as it is.',
    },
    { key: 'opportunity-merged', says: 'The other common need is part of this one now.' },
    { key: 'partner-call-ended', says: 'The call for partners is over.' },
  ],
})
