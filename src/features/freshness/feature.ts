import { defineFeature } from '#plumbing/feature.ts'
import { routes as answerRoutes } from './answer-routes.tsx'
import { reviewsDue } from './closing.ts'
import { toConfirm } from './my-page.ts'
import { ownedByKeepers } from './owned.ts'
import { keptByPerson } from './personal-data.ts'
import { keepReviews } from './reactions.ts'
import { shareFresh } from './records.ts'
import { retention } from './retention.ts'
import { decayPath, unconfirmedPath } from './review.ts'
import { routes as reviewRoutes } from './review-routes.tsx'
import { askWhatIsDue } from './schedules.ts'
import { countDecaying } from './stored-reviews.ts'

/** What organisations published is asked about, so that what is found is true. */
export default defineFeature({
  name: 'freshness',
  dependsOn: ['accounts', 'mail', 'organisations'],
  closingSoon: [reviewsDue],
  routes: [...answerRoutes, ...reviewRoutes],
  activities: [
    'review.confirmed',
    'review.asked',
    'review.shown-unconfirmed',
    'review.rested',
    'review.archived',
    'review.keepers-named',
  ],
  reactions: [keepReviews],
  schedules: [askWhatIsDue],
  mySections: [toConfirm],
  organisationFigures: [shareFresh],
  curatorQueues: [{ label: 'What decays', href: decayPath, order: 70, count: countDecaying }],
  searchBesides: [{ label: 'See what nobody has confirmed for long', path: unconfirmedPath }],
  personalData: [keptByPerson],
  retention,
  owned: ownedByKeepers,
  done: [
    { key: 'review-confirmed', says: 'You said that it is still true. It counts as confirmed from today.' },
    { key: 'review-closed', says: 'You said what became of it. Its page says so.' },
    { key: 'review-keepers-named', says: 'You named who looks after it. They are told by mail.' },
  ],
})
