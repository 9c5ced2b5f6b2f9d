import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'

type Keeper = { personId: string; post(path: string, form: Record<string, string>): Promise<unknown> }

/** A search that someone keeps, by the door, and the secret of a mail that was sent for it. */
export async function keepSearch(db: Db, clock: Clock, keeper: Keeper) {
  await keeper.post('/subscriptions/new', {
    about: '/search?q=missed+bins',
    title: 'Missed bins',
    level: 'everything',
    frequency: 'daily',
  })
  const { id, recipient_id } = await db
    .selectFrom('subscription')
    .innerJoin('recipient', 'recipient.id', 'recipient_id')
    .select(['subscription.id', 'recipient_id'])
    .where('person_id', '=', keeper.personId)
    .executeTakeFirstOrThrow()
  const secret = newSecret()
  await db
    .insertInto('digest')
    .values({
      id: newId(),
      recipient_id,
      slot: 'as if it had been sent',
      made_at: clock.now(),
      things: 1,
      left_out: 0,
      link_hash: hashOf(secret),
    })
    .execute()
  return { id, secret }
}
