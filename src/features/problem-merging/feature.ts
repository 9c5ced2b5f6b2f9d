import { defineFeature } from '#plumbing/feature.ts'
import { done } from './done.ts'
import { mergesPath } from './merge.ts'
import { countProposed } from './merge-queries.ts'
import { waitingMerges } from './my-page.ts'
import { inHistory, onProblem } from './panels.tsx'
import { personalData } from './personal-data.ts'
import { routes as proposingRoutes } from './proposing-routes.tsx'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { endUnansweredMerges } from './schedules.ts'

/** Two problems that are the same become one, when both owners say so. */
export default defineFeature({
  name: 'problem-merging',
  dependsOn: ['accounts', 'mail', 'organisations', 'problems', 'stances'],
  routes: [...proposingRoutes, ...routes],
  activities: [
    'problem-merge.proposed',
    'problem-merge.answered',
    'problem-merge.refused',
    'problem-merge.taken-back',
    'problem-merge.expired',
    'problem.merged',
    'problem.merge-undone',
  ],
  recordsOnly: [
    'problem-merge.proposed',
    'problem-merge.answered',
    'problem-merge.refused',
    'problem-merge.taken-back',
    'problem-merge.expired',
  ],
  problemPanels: [onProblem],
  problemHistory: [inHistory],
  mySections: [waitingMerges],
  curatorQueues: [
    { label: 'Problems said to be the same', href: mergesPath, order: 40, count: countProposed },
  ],
  schedules: [endUnansweredMerges],
  done,
  personalData: [personalData],
  retention,
})
