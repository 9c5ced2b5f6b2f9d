export { isArchived, isOutOfSearch } from './listed-queries.ts'
export { loadFreshness } from './panels.tsx'
export type { ReviewedThing } from './reviewed.ts'
export { listResting } from './stored-reviews.ts'
