export { isArchived, isOutOfSearch } from './listed-queries.ts'
export type { ReviewedThing } from './reviewable.ts'
export { loadFreshness } from './standing.tsx'
export { listResting } from './stored-reviews.ts'
