import type { ActivityKind } from '#plumbing/activity.ts'
import { defineFeature } from '#plumbing/feature.ts'
import { makeOperator } from './account-commands.ts'
import { identity } from './identity.ts'
import { forgetOldSignIns } from './schedules.ts'
import { routes as signInRoutes } from './sign-in-routes.tsx'

/** Who was let in, who speaks for whom, and who decided that: mail about it is queued in the act itself. */
const activities: ActivityKind[] = [
  'person.signed-in',
  'person.signed-out',
  'person.given-duty',
  'person.changed',
  'person.address-requested',
  'person.address-changed',
  'person.suspended',
  'person.readmitted',
  'membership.requested',
  'membership.withdrawn',
  'membership.decided',
  'membership.confirmed',
  'membership.moved',
  'membership.ended',
  'membership.role-changed',
  'membership.lead-requested',
  'membership.lead-refused',
]

export default defineFeature({
  name: 'accounts',
  dependsOn: ['mail', 'organisations'],
  routes: [...signInRoutes],
  identity: [identity],
  commands: [makeOperator],
  schedules: [forgetOldSignIns],
  activities,
  recordsOnly: activities,
})
