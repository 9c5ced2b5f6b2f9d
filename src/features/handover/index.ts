export { beginHandover } from './beginning-actions.ts'
export { listLeaving, listUnderWay } from './leaving-queries.ts'
