import { recordActivity } from '#plumbing/activity.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { listAskedBy } from './personal-queries.ts'
import { listReviews, listReviewsOfOrganisation, lockReview, updateReview } from './stored-reviews.ts'
import { withThings } from './thing-queries.ts'

const columns = { owner: 'owner_id', deputy: 'deputy_id' } as const

/** What a person is named for as owner or deputy passes on as that. */
const keptAs = (role: 'owner' | 'deputy'): Slots['owned'] => ({
  kind: `review-${role}`,
  as: role,
  listIds: async (db, { personId, organisationId }) =>
    (await listReviewsOfOrganisation(db, organisationId))
      .filter(review => review[columns[role]] === personId)
      .map(({ id }) => id),
  describe: async (db, { clock, site, ids }) => {
    const today = inLondon(clock.now()).date
    const kept = await withThings(db, site, await listReviews(db, ids))
    return kept.map(({ review, thing, reviewable }) => ({
      id: review.id,
      title: thing.title,
      path: thing.path,
      what: reviewable.label.one,
      waits: [
        review.stage === 'fresh'
          ? `asked on ${formatDate(review.due_on)} whether it is still so`
          : `waits since ${formatDate(review.due_on)} for someone to say whether it is still so`,
        ...thing.deadlines.filter(day => day >= today).map(day => `names ${formatDate(day)}`),
        `last confirmed on ${formatDate(londonDay(review.confirmed_at))}`,
      ],
      subject: { kind: review.kind, id: review.subject_id },
      ownerId: review[columns[role]],
      deputyId: role === 'owner' ? review.deputy_id : null,
    }))
  },
  give: async (trx, clock, actor, { id, fromId, toId }) => {
    const review = await lockReview(trx, id)
    const holder = review[columns[role]]
    if (holder !== null && holder !== fromId) return
    const isDeputyNow = role === 'owner' && toId !== null && review.deputy_id === toId
    const isOwner = role === 'deputy' && toId !== null && review.owner_id === toId
    await updateReview(trx, id, {
      [columns[role]]: isOwner ? null : toId,
      ...(isDeputyNow && { deputy_id: null }),
    })
    const subject = { kind: review.kind, id: review.subject_id }
    await recordActivity(trx, clock, { kind: 'review.keepers-named', subject, actor, detail: {} })
  },
  listWaiting: (db, by) => listAskedBy(db, role, by),
})

export const ownedByKeepers = [keptAs('owner'), keptAs('deputy')]
