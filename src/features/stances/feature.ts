import { defineFeature } from '#plumbing/feature.ts'
import { showReleased, stanceHappenings } from './happenings.ts'
import { demandByPlace, demandByService, problemsInCommon } from './insight-charts.ts'
import { moderated } from './moderated.ts'
import { stancesTaken, stancesToConfirm } from './my-page.ts'
import { stanceTable } from './open-data.ts'
import { routes as ownRoutes } from './own-stance-routes.tsx'
import { ownedStances } from './owned.ts'
import { onProblem } from './panels.tsx'
import { haveTheProblem } from './partner-facts.ts'
import { writtenStances } from './personal-data.ts'
import { raiserFixedIt, raiserHasIt, raiserStillHasIt } from './raiser.ts'
import { tellHolders, tellRaiser } from './reactions.ts'
import { countOfHaving, ofOrganisation, onProblems } from './records.ts'
import { routes } from './routes.tsx'
import { askToConfirmStances } from './schedules.ts'

export default defineFeature({
  name: 'stances',
  dependsOn: ['accounts', 'mail', 'moderation', 'organisations', 'problems', 'services'],
  routes: [...routes, ...ownRoutes],
  activities: [
    'stance.taken',
    'stance.changed',
    'stance.confirmed',
    'stance.withdrawn',
    'stance.expired',
    'stance.shown',
  ],
  happenings: stanceHappenings,
  reactions: [tellRaiser, tellHolders, showReleased],
  withPublication: [raiserHasIt],
  withSolution: [raiserFixedIt],
  withConfirmation: [raiserStillHasIt],
  keepsFresh: ['stance.changed', 'stance.confirmed'],
  schedules: [askToConfirmStances],
  problemPanels: [onProblem],
  problemFigures: [onProblems],
  problemCounts: [countOfHaving],
  organisationRecords: [ofOrganisation],
  mySections: [stancesToConfirm, stancesTaken],
  partnerFacts: [haveTheProblem],
  insightCharts: [problemsInCommon, demandByService, demandByPlace],
  exports: [stanceTable],
  moderated: [moderated],
  owned: [ownedStances],
  personalData: [writtenStances],
})
