import { listSpokespeople } from '#features/accounts/index.ts'
import { queueMails } from '#features/mail/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { isLeadOf, type Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { requireOwn } from './answer-actions.ts'
import { namedLetter } from './letters.ts'
import type { Review } from './review.ts'
import { lockReview, updateReview } from './stored-reviews.ts'
import { requireThing } from './thing-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'review.keepers-named': Record<string, never>
  }
}

/** Leads decide who looks after what; whoever does may pass it on, and name a deputy. */
export const mayName = (actor: Speaker, { organisation_id, owner_id }: Review) =>
  isLeadOf(actor, organisation_id) || actor.id === owner_id

type Naming = { id: string; ownerId: string | null; deputyId: string | null; site: Site }

/** Names who looks after something, of those who speak for its organisation, and tells them. 'unknown' when one of them does not. */
export const nameKeepers = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { id, ownerId, deputyId, site }: Naming,
): Promise<'named' | 'unknown'> =>
  db.transaction().execute(async trx => {
    const review = requireOwn(actor, await lockReview(trx, id))
    const { thing } = await requireThing(trx, site, review)
    if (!mayName(actor, review))
      throw failure('forbidden', 'Who looks after this is decided by the leads of your organisation.')
    const spokespeople = new Map(
      (await listSpokespeople(trx, review.organisation_id)).map(person => [person.personId, person]),
    )
    const named = [
      { personId: ownerId, before: review.owner_id, as: 'owner' as const },
      { personId: deputyId, before: review.deputy_id, as: 'deputy' as const },
    ]
    const isKnown = ({ personId, before }: (typeof named)[number]) =>
      personId === null || personId === before || spokespeople.has(personId)
    if (!named.every(isKnown)) return 'unknown'
    await updateReview(trx, id, { owner_id: ownerId, deputy_id: deputyId })
    const subject = { kind: review.kind, id: review.subject_id }
    await recordActivity(trx, clock, { kind: 'review.keepers-named', subject, actor, detail: {} })
    const told = named.filter(
      ({ personId, before }) => personId !== null && personId !== before && personId !== actor.id,
    )
    const { name: organisation } = actor.actingFor
    await queueMails(
      trx,
      clock,
      told.map(({ personId, as }) => ({
        key: `review ${id} named ${as} ${personId} at ${clock.now().toISOString()}`,
        to: spokespeople.get(personId!)!.email,
        about: 'review',
        letter: namedLetter({ title: thing.title, path: thing.path, reviewId: id, organisation, as }),
      })),
    )
    return 'named'
  })
