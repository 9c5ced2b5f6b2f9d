import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import type { Review } from './review.ts'
import type { Reviewable, ReviewedThing } from './reviewed.ts'

/** The kind of a review, as its feature has it. */
export function reviewableOf(site: Site, kind: string): Reviewable {
  const reviewable = site.slot('reviewables').find(one => one.kind === kind)
  if (!reviewable) throw failure('absent', '')
  return reviewable
}

export type WithThing<Of = Review> = { review: Of; thing: ReviewedThing; reviewable: Reviewable }

/** Reviews with what they are of, in their order; what is no longer open is left out. */
export async function withThings(db: Db, site: Site, reviews: Review[]): Promise<WithThing[]> {
  const things = new Map<string, { thing: ReviewedThing; reviewable: Reviewable }>()
  for (const reviewable of site.slot('reviewables')) {
    const ids = reviews.filter(({ kind }) => kind === reviewable.kind).map(({ subject_id }) => subject_id)
    for (const thing of ids.length > 0 ? await reviewable.list(db, ids) : [])
      things.set(`${reviewable.kind} ${thing.id}`, { thing, reviewable })
  }
  return reviews.flatMap(review => {
    const found = things.get(`${review.kind} ${review.subject_id}`)
    return found ? [{ review, ...found }] : []
  })
}

/** One review with what it is of; throws when that is not open. */
export async function requireThing(db: Db, site: Site, review: Review): Promise<WithThing> {
  const [found] = await withThings(db, site, [review])
  if (!found) throw failure('absent', '')
  return found
}
