import type { WholeOpportunity } from './opportunity-queries.ts'
import { type Role, roleOf, type Thing } from './things.ts'

/** What each organisation says that the need costs it a year. */
export const costsOf = ({ holdings }: Pick<WholeOpportunity, 'holdings'>) =>
  holdings.map(({ organisation, cost }) => ({ organisationId: organisation.id, cost }))

/** What the bids that brought no money asked for, in pounds; 0 where none says it. */
export const askedFor = ({ things }: Pick<WholeOpportunity, 'things'>) =>
  things
    .filter(thing => roleOf(thing) === 'failed-bid')
    .reduce((sum, { amount_pounds }) => sum + (amount_pounds ?? 0), 0)

export const thingsBy = ({ things }: Pick<WholeOpportunity, 'things'>, ...wanted: Role[]): Thing[] =>
  things.filter(thing => wanted.includes(roleOf(thing)))
