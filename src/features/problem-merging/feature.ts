import { defineFeature } from '#plumbing/feature.ts'
import { done } from './done.ts'
import { mergesPath } from './merge.ts'
import { countProposed } from './merge-queries.ts'
import { waitingMerges } from './my-page.ts'
import { inHistory, onProblem } from './panels.tsx'
import { raisedTheLike } from './partner-facts.ts'
import { personalData } from './personal-data.ts'
import { routes as proposingRoutes } from './proposing-routes.tsx'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { endUnansweredMerges, findSameProblemsAtNight } from './schedules.ts'
import { findSameProblemsCommand } from './suggestion-commands.ts'
import { findSameProblems } from './suggestion-jobs.ts'
import { countSuggested } from './suggestion-queries.ts'

const recordsOnly = [
  'problem-merge.proposed',
  'problem-merge.answered',
  'problem-merge.refused',
  'problem-merge.taken-back',
  'problem-merge.expired',
  'problem-pair.not-the-same',
] as const

/** Two problems that are the same become one, when both owners say so. */
export default defineFeature({
  name: 'problem-merging',
  dependsOn: [
    'accounts',
    'check',
    'mail',
    'meaning',
    'moderation',
    'organisations',
    'problems',
    'search',
    'stances',
  ],
  routes: [...proposingRoutes, ...routes],
  activities: [...recordsOnly, 'problem.merged', 'problem.merge-undone'],
  recordsOnly: [...recordsOnly],
  happenings: [{ activity: 'problem.merged', level: 'milestone', says: 'Became one with another problem' }],
  problemPanels: [onProblem],
  problemHistory: [inHistory],
  mySections: [waitingMerges],
  partnerFacts: [raisedTheLike],
  curatorQueues: [
    {
      label: 'Problems said to be the same',
      href: mergesPath,
      order: 40,
      count: async db => (await countSuggested(db)) + (await countProposed(db)),
    },
  ],
  schedules: [endUnansweredMerges, findSameProblemsAtNight],
  jobs: [findSameProblems],
  commands: [findSameProblemsCommand],
  done,
  personalData: [personalData],
  retention,
})
