import type { Visibility } from '#features/accounts/index.ts'
import { holdFirstPost } from '#features/moderation/index.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Collaboration } from './collaboration.ts'

/**
 * What others than the partners see is looked at first, as the rest of what an organisation shows: the collaboration, or an
 * item of it that has no page of its own to be held.
 */
export async function holdIfShown(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { id, visibility: whole }: Pick<Collaboration, 'id' | 'visibility'>,
  item: Visibility = whole,
): Promise<void> {
  if (whole !== 'partners' && item !== 'partners')
    await holdFirstPost(trx, clock, actor, { kind: 'collaboration', id })
}
