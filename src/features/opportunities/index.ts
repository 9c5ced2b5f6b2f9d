export { sayWorth, type Valued } from './contract-worth.ts'
export { opportunityPath } from './opportunity.ts'
export { findNeedOf } from './opportunity-queries.ts'
export { writeOpportunity } from './writing-actions.ts'
