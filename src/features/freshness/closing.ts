import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { reviewPath } from './review.ts'
import { listReviewsOfOrganisation } from './stored-reviews.ts'
import { withThings } from './thing-queries.ts'

const daysAhead = 30

/** What a person looks after and will be asked about within a month; what is asked already waits for them. */
export const reviewsDue: Slots['closingSoon'] = {
  list: async (db, clock, actor, site) => {
    const now = clock.now()
    const today = inLondon(now).date
    const until = inLondon(new Date(now.getTime() + daysAhead * 86_400_000)).date
    const due = (await listReviewsOfOrganisation(db, actor.actingFor.id)).filter(
      ({ owner_id, due_on }) => owner_id === actor.id && due_on > today && due_on <= until,
    )
    return (await withThings(db, site, due)).map(({ review, thing }) => ({
      day: review.due_on,
      title: thing.title,
      href: reviewPath(review.id),
      meta: ['we will ask whether it is still so'],
    }))
  },
}
