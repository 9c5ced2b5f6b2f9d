import { defineFeature } from '#plumbing/feature.ts'
import { routes as askingRoutes } from './asking-routes.tsx'
import { blockingRoutes } from './blocking-routes.tsx'
import { meetings } from './closing.ts'
import { curatingRoutes, queuePath } from './curating-routes.tsx'
import { done } from './done.ts'
import { introductionsMade } from './insight-charts.ts'
import { askPath } from './introduction.ts'
import { mailRoutes } from './mail-routes.tsx'
import { moderated } from './moderated.ts'
import { questionsAsked, questionsToAnswer } from './my-page.ts'
import { ownedQuestions } from './owned.ts'
import { onProblem, onProject } from './panels.tsx'
import { askedAndAnswered } from './personal-data.ts'
import { countForCurators } from './queries.ts'
import { tellOnceRead } from './reactions.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { keepIntroductions } from './schedules.ts'

const recordsOnly = [
  'introduction.asked',
  'introduction.suggested',
  'introduction.asked-again',
  'introduction.agreed',
  'introduction.accepted',
  'introduction.declined',
  'introduction.withdrawn',
  'introduction.expired',
  'introduction.outcome-said',
] as const

/** Officers of two public bodies meet, when both want to: no address is shown before both said yes. */
export default defineFeature({
  name: 'introductions',
  dependsOn: ['accounts', 'mail', 'moderation', 'organisations'],
  closingSoon: [meetings],
  routes: [...askingRoutes, ...curatingRoutes, ...mailRoutes, ...routes, ...blockingRoutes],
  done,
  activities: [...recordsOnly],
  recordsOnly: [...recordsOnly],
  reactions: [tellOnceRead],
  schedules: [keepIntroductions],
  problemPanels: [onProblem],
  projectPanels: [onProject],
  systemWays: [{ label: 'Ask to meet them', hrefFor: id => askPath({ kind: 'system', id }) }],
  mySections: [questionsToAnswer, questionsAsked],
  curatorQueues: [{ label: 'Questions to meet', href: queuePath, order: 45, count: countForCurators }],
  insightCharts: [introductionsMade],
  moderated: [moderated],
  owned: [ownedQuestions],
  personalData: [askedAndAnswered],
  retention,
})
