import { defineFeature } from '#plumbing/feature.ts'
import { endsOfAgreements } from './closing.ts'
import { done } from './done.ts'
import { downloadRoutes } from './download-routes.ts'
import { draftRoutes } from './draft-routes.tsx'
import { toSign } from './my-page.ts'
import { agreementPart } from './part.ts'
import { doneOnAgreements } from './personal-data.ts'
import { retention } from './retention.ts'
import { forgetSigners, tellOfEnds } from './schedules.ts'
import { verifyCommand } from './verify-commands.ts'
import { versionRoutes } from './version-routes.tsx'

/** What the partners of a collaboration agree on, clause by clause, and their signatures under it. */
export default defineFeature({
  name: 'agreements',
  dependsOn: ['accounts', 'alignment-canvas', 'collaborations', 'mail', 'organisations', 'project-plans'],
  routes: [...versionRoutes, ...draftRoutes, ...downloadRoutes],
  activities: [
    'agreement.begun',
    'agreement.clause-changed',
    'agreement.clause-moved',
    'agreement.terms-set',
    'agreement.fixed',
    'agreement.signed',
    'agreement.agreed',
    'agreement.ended',
  ],
  recordsOnly: [
    'agreement.begun',
    'agreement.clause-changed',
    'agreement.clause-moved',
    'agreement.terms-set',
    'agreement.fixed',
    'agreement.signed',
    'agreement.agreed',
    'agreement.ended',
  ],
  collaborationParts: [agreementPart],
  mySections: [toSign],
  closingSoon: [endsOfAgreements],
  schedules: [forgetSigners, tellOfEnds],
  personalData: [doneOnAgreements],
  retention,
  commands: [verifyCommand],
  done,
})
