export { listPresent } from './standing-queries.ts'
