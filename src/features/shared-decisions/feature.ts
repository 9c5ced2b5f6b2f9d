import { defineFeature, type Slots } from '#plumbing/feature.ts'
import { done } from './done.ts'
import { moderated } from './moderated.ts'
import { dueDecisions, waitingDecisions } from './my-page.ts'
import { decisionsPart } from './part.ts'
import { decidedTogether } from './personal-data.ts'
import { retention } from './retention.ts'
import { decisionRoutes, listRoutes } from './routes.tsx'
import { keepDecisions } from './schedules.ts'
import { visibilityRoutes } from './visibility-routes.tsx'

const records: Slots['activities'][] = [
  'shared-decision.asked',
  'shared-decision.answered',
  'shared-decision.decided',
  'shared-decision.withdrawn',
  'shared-decision.reviewed',
  'shared-decision.shown',
]

/** What the partners of a collaboration decide, each organisation weighing one. */
export default defineFeature({
  name: 'shared-decisions',
  dependsOn: ['accounts', 'collaborations', 'mail', 'moderation', 'organisations'],
  routes: [...listRoutes, ...decisionRoutes, ...visibilityRoutes],
  activities: records,
  recordsOnly: records,
  collaborationParts: [decisionsPart],
  mySections: [waitingDecisions],
  closingSoon: [dueDecisions],
  schedules: [keepDecisions],
  moderated: [moderated],
  personalData: [decidedTogether],
  retention,
  done,
})
