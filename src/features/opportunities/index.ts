export { sayWorth, type Valued } from './contract-worth.ts'
export { isSeenBy as isOpportunitySeenBy, opportunityPath } from './opportunity.ts'
export { findNeedOf, listOpportunitiesById } from './opportunity-queries.ts'
export { writeOpportunity } from './writing-actions.ts'
