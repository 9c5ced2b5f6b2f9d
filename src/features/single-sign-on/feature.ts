import { defineFeature } from '#plumbing/feature.ts'
import { signInCheckup } from './checkup-commands.ts'
import { signInSection } from './my-page.ts'
import { listOnlyWays } from './only-queries.ts'
import { routes as onlyRoutes } from './only-routes.tsx'
import { personalData } from './personal-data.ts'
import { wayWith } from './provider.ts'
import { singleSignOn } from './provider-commands.ts'
import { listProviders } from './provider-queries.ts'
import { retention } from './retention.ts'
import { forgetOldSignOns } from './schedules.ts'
import { routes as signOnRoutes } from './sign-on-routes.tsx'

const records = [
  'identity-provider.added',
  'identity-provider.allowed',
  'identity-provider.disallowed',
  'identity-provider.removed',
  'sign-on.required',
  'sign-on.relaxed',
] as const

export default defineFeature({
  name: 'single-sign-on',
  dependsOn: ['accounts', 'organisations'],
  retention,
  routes: [...signOnRoutes, ...onlyRoutes],
  commands: [singleSignOn],
  checkups: [signInCheckup],
  schedules: [forgetOldSignOns],
  signInWays: [{ load: async db => (await listProviders(db)).map(wayWith) }],
  signInRule: [{ for: listOnlyWays }],
  personalData: [personalData],
  mySections: [signInSection],
  activities: [...records],
  recordsOnly: [...records],
})
