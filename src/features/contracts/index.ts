export { contractPath } from './contract.ts'
export type { SaidContract } from './said-contract.ts'
export { type Stated, type Statement, writeStatements } from './statement-actions.ts'
export { type RowOfFile, type RunContext, takeInRead } from './take-in-actions.ts'
