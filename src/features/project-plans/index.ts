export { listProblemsAddressed } from './queries.ts'
