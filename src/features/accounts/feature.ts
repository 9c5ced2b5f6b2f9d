import { defineFeature } from '#plumbing/feature.ts'
import { makeOperator } from './account-commands.ts'
import { identity } from './identity.ts'
import { forgetOldSignIns } from './schedules.ts'
import { routes as signInRoutes } from './sign-in-routes.tsx'

export default defineFeature({
  name: 'accounts',
  dependsOn: ['mail', 'organisations'],
  routes: [...signInRoutes],
  identity: [identity],
  commands: [makeOperator],
  schedules: [forgetOldSignIns],
  activities: ['person.signed-in', 'person.signed-out', 'person.given-duty'],
  recordsOnly: ['person.signed-in', 'person.signed-out', 'person.given-duty'],
})
