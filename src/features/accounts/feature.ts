import type { ActivityKind } from '#plumbing/activity.ts'
import { defineFeature } from '#plumbing/feature.ts'
import { makeOperator } from './account-commands.ts'
import { routes as accountRoutes } from './account-routes.tsx'
import { peopleQueue } from './curator-queues.ts'
import { done } from './done.ts'
import { identity } from './identity.ts'
import { routes as membershipRoutes } from './membership-routes.tsx'
import { movedMemberships } from './moving-actions.ts'
import { askingSection, links } from './my-page.ts'
import { routes as peopleRoutes } from './people-routes.tsx'
import { organisationPeoplePath } from './person.ts'
import { personalData } from './personal-data.ts'
import { retention } from './retention.ts'
import { forgetOldSignIns } from './schedules.ts'
import { routes as signInRoutes } from './sign-in-routes.tsx'
import { routes as speaksForRoutes } from './speaks-for-routes.tsx'
import { routes as switchRoutes } from './switch-routes.tsx'
import { waitingRequests } from './waiting-answers.ts'
import { routes as welcomeRoutes } from './welcome-routes.tsx'

/** Who was let in, who speaks for whom, and who decided that: mail about it is queued in the act itself. */
const activities: ActivityKind[] = [
  'person.signed-in',
  'person.signed-out',
  'person.given-duty',
  'person.taken-duty',
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
  routes: [
    ...signInRoutes,
    ...welcomeRoutes,
    ...accountRoutes,
    ...switchRoutes,
    ...membershipRoutes,
    ...speaksForRoutes,
    ...peopleRoutes,
  ],
  done,
  identity: [identity],
  commands: [makeOperator],
  schedules: [forgetOldSignIns],
  activities,
  recordsOnly: activities.filter(kind => !['membership.ended', 'person.address-changed'].includes(kind)),
  organisationPlaces: [
    ({ name, slug }) => ({ label: `Who speaks for ${name}`, href: organisationPeoplePath(slug) }),
  ],
  organisationMoves: [movedMemberships],
  mySections: [askingSection],
  myLinks: links,
  curatorQueues: [peopleQueue],
  waitingAnswers: [waitingRequests],
  personalData,
  retention,
})
