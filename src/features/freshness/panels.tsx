import type { ComponentChildren } from 'preact'
import { type Actor, isMemberOf } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { listKeepers } from './keeper-queries.ts'
import { isResting } from './ladder.ts'
import { findReviewOf } from './stored-reviews.ts'
import { ConfirmedNotice, KeptTrue, UnkeptNotice } from './views/freshness.tsx'

type Freshness = {
  notice: ComponentChildren
  forMembers: ComponentChildren
  /** Search and matching leave it out. */
  isOut: boolean
}

/** How true a thing is kept: what its page says to everyone, and what to members of its organisation. */
export async function loadFreshness(
  db: Db,
  actor: Actor,
  subject: { kind: string; id: string },
): Promise<Freshness> {
  const review = await findReviewOf(db, subject)
  if (!review) return { notice: null, forMembers: null, isOut: false }
  const isOut = isResting(review.stage)
  const keepers = await listKeepers(db, review.organisation_id)
  const isKept = keepers.some(({ id }) => id === review.owner_id || id === review.deputy_id)
  const notice = (
    <>
      <ConfirmedNotice review={review} />
      {!isKept && <UnkeptNotice />}
    </>
  )
  if (!isMemberOf(actor, review.organisation_id)) return { notice, forMembers: null, isOut }
  const nameOf = (id: string | null) => keepers.find(keeper => keeper.id === id)?.name ?? null
  return {
    notice,
    isOut,
    forMembers: (
      <KeptTrue review={review} owner={nameOf(review.owner_id)} deputy={nameOf(review.deputy_id)} />
    ),
  }
}
