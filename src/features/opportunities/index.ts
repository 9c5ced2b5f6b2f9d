export { opportunityPath } from './opportunity.ts'
export { writeOpportunity } from './writing-actions.ts'
