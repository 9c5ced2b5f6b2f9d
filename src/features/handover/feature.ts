import type { ActivityKind } from '#plumbing/activity.ts'
import { defineFeature } from '#plumbing/feature.ts'
import { done } from './done.ts'
import { noticePath } from './handover.ts'
import { routes as handoverRoutes } from './handover-routes.tsx'
import { toPassOn } from './my-page.ts'
import { routes as noticeRoutes } from './notice-routes.tsx'
import { routes as offerRoutes } from './offer-routes.tsx'
import { knownByOne } from './panels.tsx'
import { passedOn, passOnFirst } from './personal-data.ts'
import { askWhenMailBounces, passOnWhenLeft } from './reactions.ts'
import { projectsKnownByOne } from './records.ts'
import { retention } from './retention.ts'
import { keepHandovers } from './schedules.ts'

const records: ActivityKind[] = [
  'handover.heirs-named',
  'handover.answered',
  'handover.taken',
  'handover.held-by-nobody',
  'handover.taken-back',
  'handover.note-written',
]

/** What a person looks after for an organisation passes to colleagues when they leave, or are not heard from. */
export default defineFeature({
  name: 'handover',
  dependsOn: ['accounts', 'freshness', 'mail', 'organisations', 'projects'],
  routes: [...noticeRoutes, ...handoverRoutes, ...offerRoutes],
  done,
  activities: ['handover.begun', ...records],
  recordsOnly: records,
  reactions: [askWhenMailBounces, passOnWhenLeft],
  schedules: [keepHandovers],
  membershipWays: [
    {
      own: 'Say your last day, and who takes over',
      others: 'Say their last day, and who takes over',
      hrefFor: noticePath,
    },
  ],
  projectPanels: [knownByOne],
  organisationRecords: [projectsKnownByOne],
  mySections: [toPassOn],
  beforeErasure: [passOnFirst],
  personalData: [passedOn],
  retention,
})
