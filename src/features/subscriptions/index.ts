export { sayHappenings } from './happening-queries.ts'
export { findLed } from './led-queries.ts'
export {
  ensureRecipient,
  findRecipientOf,
  listSubscriptions,
  type Owner,
  type Recipient,
  type Subscription,
  updateRecipient,
} from './stored-subscriptions.ts'
export {
  type Happening,
  organisationSubscriptionsPath,
  subscriptionsPath,
} from './subscription.ts'
export { titleOfSearch } from './target.ts'
