export {
  ensureRecipient,
  findRecipientOf,
  listSubscriptions,
  type Recipient,
  updateRecipient,
} from './stored-subscriptions.ts'
export { type Happening, sayHappening, subscriptionsPath } from './subscription.ts'
export { titleOfSearch } from './target.ts'
