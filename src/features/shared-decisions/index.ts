export { type Decision, decisionPath } from './decision.ts'
export { listDecisions } from './queries.ts'
