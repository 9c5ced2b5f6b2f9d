import { defineFeature } from '#plumbing/feature.ts'
import { toReuse } from './check-group.ts'
import { done } from './done.ts'
import { fileRoutes } from './file-routes.tsx'
import { publiccodeFormat } from './import-publiccode.ts'
import { introducible } from './introducible-queries.ts'
import { moderated } from './moderated.ts'
import { movedAssets, movedCode } from './moving-actions.ts'
import { ownAssets } from './my-page.ts'
import { assetTable } from './open-data.ts'
import { onProblem, onProject } from './panels.tsx'
import { sharedAssets } from './personal-data.ts'
import { ofOrganisation, ofService } from './records.ts'
import { retention } from './retention.ts'
import { reviewable } from './reviewable.ts'
import { routes } from './routes.tsx'
import { forgetFiles } from './schedules.ts'
import { searchable } from './searchable.ts'
import { sitemap } from './sitemap.ts'
import { writingRoutes } from './writing-routes.tsx'

/** What organisations made and let others have: code, research, patterns, standards, business cases, contracts, data. */
export default defineFeature({
  name: 'assets',
  dependsOn: [
    'accounts',
    'check',
    'freshness',
    'introductions',
    'moderation',
    'organisations',
    'problems',
    'projects',
    'publiccode-reading',
    'search',
    'services',
  ],
  footer: [{ label: 'Things to reuse', href: '/reuse', order: 41 }],
  routes: [...routes, ...writingRoutes, ...fileRoutes],
  activities: ['asset.published', 'asset.changed', 'asset.withdrawn', 'asset.reopened', 'asset.moved'],
  happenings: [
    { activity: 'asset.changed', level: 'detail', says: 'What it says changed' },
    { activity: 'asset.withdrawn', level: 'milestone', says: 'Withdrawn' },
    { activity: 'asset.reopened', level: 'milestone', says: 'Shared again' },
  ],
  keepsFresh: ['asset.changed', 'asset.reopened'],
  imports: [publiccodeFormat],
  schedules: [forgetFiles],
  searchable: [searchable],
  check: [toReuse],
  reviewables: [reviewable],
  moderated: [moderated],
  introducible: [introducible],
  organisationRecords: [ofOrganisation],
  organisationMoves: [movedAssets, movedCode],
  packRecords: [ofOrganisation],
  serviceRecords: [ofService],
  problemPanels: [onProblem],
  projectPanels: [onProject],
  mySections: [ownAssets],
  exports: [assetTable],
  sitemap: [sitemap],
  personalData: [sharedAssets],
  retention,
  done,
})
