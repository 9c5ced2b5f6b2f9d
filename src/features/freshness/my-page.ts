import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { roleOf } from './answer-actions.ts'
import { hasReached } from './ladder.ts'
import { type ConfirmedAs, type Review, reviewPath } from './review.ts'
import { listReviewsOfOrganisation } from './stored-reviews.ts'
import { withThings } from './thing-queries.ts'

/** Whether it waits for someone of this role: for its owner once it is due, for others as they are asked. */
const waitsFor = (role: ConfirmedAs, { stage, due_on }: Review, today: string): boolean => {
  if (role === 'owner') return due_on <= today
  if (role === 'deputy') return hasReached(stage, 'deputy')
  return role === 'lead' && hasReached(stage, 'leads')
}

const standing: Partial<Record<ConfirmedAs, string>> = {
  owner: 'you look after it',
  deputy: 'you are its deputy',
  lead: 'nobody else has answered',
}

export const toConfirm: Slots['mySections'] = {
  place: 'waits',
  order: 5,
  load: async (db, clock, actor, site) => {
    const today = inLondon(clock.now()).date
    const reviews = (await listReviewsOfOrganisation(db, actor.actingFor.id)).filter(review =>
      waitsFor(roleOf(actor, review), review, today),
    )
    return {
      title: 'Is this still so?',
      rows: (await withThings(db, site, reviews)).map(({ review, thing }) => ({
        title: thing.title,
        href: reviewPath(review.id),
        meta: [
          `last confirmed on ${formatDate(londonDay(review.confirmed_at))}`,
          standing[roleOf(actor, review)]!,
        ],
        button: {
          label: 'It is still true',
          action: `${reviewPath(review.id)}/answer`,
          fields: { answer: 'still-true', back: 'my' },
        },
      })),
    }
  },
}
