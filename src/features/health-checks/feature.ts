import { defineFeature, type Slots } from '#plumbing/feature.ts'
import { done } from './done.ts'
import { waitingRounds } from './my-page.ts'
import { healthPart } from './part.ts'
import { saidOfHealth } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { askHowItGoes } from './schedules.ts'

const records: Slots['activities'][] = ['health.asked', 'health.answered', 'health.paused', 'health.resumed']

/** Five questions a month to the partners of a collaboration, and what drifts apart. */
export default defineFeature({
  name: 'health-checks',
  dependsOn: ['accounts', 'collaborations', 'introductions', 'mail', 'moderation', 'organisations'],
  routes,
  activities: records,
  recordsOnly: records,
  collaborationParts: [healthPart],
  mySections: [waitingRounds],
  schedules: [askHowItGoes],
  personalData: [saidOfHealth],
  retention,
  done,
})
