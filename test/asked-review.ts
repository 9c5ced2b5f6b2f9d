import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'

/** The review of a problem, by its path, and the secret of a mail that asked its owner. */
export async function askOwner(db: Db, clock: Clock, problem: string) {
  const { id, owner_id } = await db
    .selectFrom('review')
    .innerJoin('problem', 'problem.id', 'subject_id')
    .select(['review.id', 'owner_id'])
    .where('slug', '=', problem.replace('/problems/', ''))
    .executeTakeFirstOrThrow()
  return { id, secret: await insertAsk(db, clock, { reviewId: id, personId: owner_id!, role: 'owner' }) }
}

/** Has someone be the deputy of what they own, and be asked about it. */
export async function askAsDeputy(db: Db, clock: Clock, personId: string): Promise<void> {
  const { id } = await db
    .selectFrom('review')
    .select('id')
    .where('owner_id', '=', personId)
    .limit(1)
    .executeTakeFirstOrThrow()
  await db.updateTable('review').set({ deputy_id: personId }).where('id', '=', id).execute()
  await insertAsk(db, clock, { reviewId: id, personId, role: 'deputy' })
}

type Asking = { reviewId: string; personId: string; role: 'owner' | 'deputy' }

async function insertAsk(db: Db, clock: Clock, { reviewId, personId, role }: Asking): Promise<string> {
  const secret = newSecret()
  await db
    .insertInto('review_ask')
    .values({
      id: newId(),
      review_id: reviewId,
      person_id: personId,
      role,
      due_on: '2026-11-21',
      link_hash: hashOf(secret),
      asked_at: clock.now(),
    })
    .execute()
  return secret
}
