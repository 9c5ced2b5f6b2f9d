import type { ComponentChildren } from 'preact'
import { type Actor, isMemberOf } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { listKeepers } from './keeper-queries.ts'
import { findReviewOf } from './stored-reviews.ts'
import { KeptTrue, UnconfirmedNotice } from './views/freshness.tsx'

/** How true a thing is kept: what its page says to everyone, and what to members of its organisation. */
export async function loadFreshness(
  db: Db,
  actor: Actor,
  subject: { kind: string; id: string },
): Promise<{ notice: ComponentChildren; forMembers: ComponentChildren }> {
  const review = await findReviewOf(db, subject)
  if (!review) return { notice: null, forMembers: null }
  const notice = <UnconfirmedNotice review={review} />
  if (!isMemberOf(actor, review.organisation_id)) return { notice, forMembers: null }
  const keepers = await listKeepers(db, review.organisation_id)
  const nameOf = (id: string | null) => keepers.find(keeper => keeper.id === id)?.name ?? null
  return {
    notice,
    forMembers: (
      <KeptTrue review={review} owner={nameOf(review.owner_id)} deputy={nameOf(review.deputy_id)} />
    ),
  }
}
