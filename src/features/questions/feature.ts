import { defineFeature } from '#plumbing/feature.ts'
import { changingRoutes } from './changing-routes.tsx'
import { done } from './done.ts'
import { answersByMail } from './mail-actions.ts'
import { moderatedAnswers, moderatedQuestions } from './moderated.ts'
import { questionsToAnswer } from './my-page.ts'
import { unanswered } from './pack-records.ts'
import { onOpportunity, onProblem, onProject } from './panels.tsx'
import { askedAndAnswered } from './personal-data.ts'
import { tellOnceRead } from './reactions.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'

/** Questions and answers on the record, between organisations, about what one of them published. */
export default defineFeature({
  name: 'questions',
  dependsOn: [
    'accounts',
    'freshness',
    'inbound-mail',
    'mail',
    'moderation',
    'opportunities',
    'organisations',
    'problems',
    'project-plans',
    'projects',
  ],
  routes: [...routes, ...changingRoutes],
  activities: ['question.asked', 'question.answered', 'question.accepted', 'question.changed'],
  recordsOnly: ['question.changed'],
  happenings: [
    { activity: 'question.asked', level: 'detail', says: 'A question was asked' },
    { activity: 'question.answered', level: 'detail', says: 'A question was answered' },
    { activity: 'question.accepted', level: 'milestone', says: 'An answer was accepted' },
  ],
  reactions: [tellOnceRead],
  mailReplies: [answersByMail],
  problemPanels: [onProblem],
  projectPanels: [onProject],
  opportunityPanels: [onOpportunity],
  mySections: [questionsToAnswer],
  moderated: [moderatedQuestions, moderatedAnswers],
  packRecords: [unanswered],
  personalData: [askedAndAnswered],
  retention,
  done,
})
