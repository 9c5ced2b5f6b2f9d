import { defineFeature } from '#plumbing/feature.ts'
import { done } from './done.ts'
import { rolesToFill } from './my-page.ts'
import { ownedRoles } from './owned.ts'
import { successionPart } from './part.ts'
import { rolesWithPartners } from './personal-data.ts'
import { tellOfVacantRoles, tellWhoLeads } from './reactions.ts'
import { retention } from './retention.ts'
import { roleRoutes } from './role-routes.tsx'
import { planRoutes } from './routes.tsx'
import { keepSuccession } from './schedules.ts'

/** Who holds which role in a collaboration, who steps in, and where what they know and have access to lives. */
export default defineFeature({
  name: 'succession',
  dependsOn: [
    'accounts',
    'agreements',
    'collaborations',
    'freshness',
    'handover',
    'mail',
    'moderation',
    'organisations',
    'shared-decisions',
  ],
  routes: [...planRoutes, ...roleRoutes],
  activities: [
    'succession.role-named',
    'succession.role-changed',
    'succession.looked-at',
    'succession.role-removed',
    'succession.taken-over',
    'succession.passed-on',
    'succession.vacated',
  ],
  recordsOnly: [
    'succession.role-named',
    'succession.role-changed',
    'succession.looked-at',
    'succession.role-removed',
    'succession.taken-over',
    'succession.passed-on',
  ],
  reactions: [tellWhoLeads, tellOfVacantRoles],
  schedules: [keepSuccession],
  owned: ownedRoles,
  collaborationParts: [successionPart],
  mySections: [rolesToFill],
  personalData: [rolesWithPartners],
  retention,
  done,
})
