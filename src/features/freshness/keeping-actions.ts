import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { newId } from '#plumbing/id.ts'
import { dueOn } from './ladder.ts'
import type { ConfirmedAs, Review } from './review.ts'
import type { Reviewable, ReviewedThing } from './reviewed.ts'
import { insertReview, listOpenSubjects, lockReviewsOf, updateReview } from './stored-reviews.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'review.confirmed': { as: ConfirmedAs }
  }
}

const dueFrom = (confirmedAt: Date, { intervals }: Reviewable, { phase, deadlines }: ReviewedThing) =>
  dueOn(inLondon(confirmedAt).date, intervals[phase]!, deadlines)

/** Brings the reviews of these things up to date with what the things are now: new, moved to another phase, closed, open again. */
export async function followThings(
  trx: Db,
  clock: Clock,
  reviewable: Reviewable,
  ids: string[] | 'all',
): Promise<void> {
  const { kind } = reviewable
  const things = new Map((await reviewable.list(trx, ids)).map(thing => [thing.id, thing]))
  const known = ids === 'all' ? await listOpenSubjects(trx, kind) : ids
  const reviews = await lockReviewsOf(trx, kind, [...new Set([...known, ...things.keys()])])
  const today = inLondon(clock.now()).date
  for (const thing of things.values()) {
    const review = reviews.get(thing.id)
    const shared = { phase: thing.phase, is_public: thing.isPublic, organisation_id: thing.organisationId }
    if (!review) {
      await insertReview(trx, {
        ...shared,
        id: newId(),
        kind,
        subject_id: thing.id,
        owner_id: thing.publishedBy,
        deputy_id: null,
        confirmed_at: thing.saidAt,
        due_on: dueFrom(thing.saidAt, reviewable, thing),
        stage: 'fresh',
        stage_on: today,
      })
      continue
    }
    // Who opens it again themselves confirms it by that; a merge that is taken back, or a release, confirms nothing.
    const change = {
      ...shared,
      ...(review.stage === 'fresh' && { due_on: dueFrom(review.confirmed_at, reviewable, thing) }),
      ...(review.closed_at && { closed_at: null }),
    }
    if (isDifferent(review, change)) await updateReview(trx, review.id, change)
  }
  for (const review of reviews.values())
    if (!things.has(review.subject_id) && review.closed_at === null)
      await updateReview(trx, review.id, { closed_at: clock.now() })
}

const isDifferent = (review: Review, change: Partial<Review>) =>
  Object.entries(change).some(([name, value]) => String(review[name as keyof Review]) !== String(value))

/** Brings all reviews up to date. */
export async function followAll(trx: Db, clock: Clock, site: Site): Promise<void> {
  for (const reviewable of site.slot('reviewables')) await followThings(trx, clock, reviewable, 'all')
}

type Confirming = { review: Review; thing: ReviewedThing; reviewable: Reviewable; as: ConfirmedAs; at: Date }

/** Has it count as true from that moment on: whatever silence did is undone, and its rank follows at once. */
export async function markConfirmed(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { review, thing, reviewable, as, at }: Confirming,
): Promise<void> {
  await updateReview(trx, review.id, {
    confirmed_at: at,
    confirmed_as: as,
    due_on: dueFrom(at, reviewable, thing),
    stage: 'fresh',
    stage_on: inLondon(clock.now()).date,
  })
  const subject = { kind: review.kind, id: review.subject_id }
  await recordActivity(trx, clock, { kind: 'review.confirmed', subject, actor, detail: { as } })
}

// An answer may write more than the answer itself, such as where its organisation stands, a moment later.
const isOfConfirmation = (at: Date, confirmedAt: Date) => at.getTime() <= confirmedAt.getTime() + 60_000

/** Counts what organisations said in things of their own as confirmations of these. */
export async function confirmByChange(
  trx: Db,
  clock: Clock,
  site: Site,
  changes: { kind: string; subjectId: string; organisationId: string | null; at: Date }[],
): Promise<void> {
  for (const reviewable of site.slot('reviewables')) {
    const ofKind = changes.filter(({ kind }) => kind === reviewable.kind)
    const ids = [...new Set(ofKind.map(({ subjectId }) => subjectId))]
    const reviews = await lockReviewsOf(trx, reviewable.kind, ids)
    const things = new Map((ids.length > 0 ? await reviewable.list(trx, ids) : []).map(one => [one.id, one]))
    for (const { subjectId, organisationId, at } of ofKind) {
      const review = reviews.get(subjectId)
      const thing = things.get(subjectId)
      const isOwn = review?.closed_at === null && review.organisation_id === organisationId
      if (!review || !thing || !isOwn || isOfConfirmation(at, review.confirmed_at)) continue
      await markConfirmed(trx, clock, system, { review, thing, reviewable, as: 'change', at })
      review.confirmed_at = at
    }
  }
}
