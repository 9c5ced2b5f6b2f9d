export {
  ensureRecipient,
  findRecipientOf,
  listSubscriptions,
  type Recipient,
  type Subscription,
  updateRecipient,
} from './stored-subscriptions.ts'
export { type Happening, sayHappening, subscriptionsPath } from './subscription.ts'
export { titleOfSearch } from './target.ts'
