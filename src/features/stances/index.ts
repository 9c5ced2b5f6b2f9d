export { listPresent, listStanding } from './standing-queries.ts'
