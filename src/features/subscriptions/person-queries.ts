import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** What a person asked to be told of, and what was told. */
export async function listAllOf(db: Db, personId: string): Promise<object[]> {
  const subscriptions = await db
    .selectFrom('subscription')
    .innerJoin('recipient', 'recipient.id', 'recipient_id')
    .select(['title', 'address', 'level', 'frequency', 'subscription.created_at', 'ended_at'])
    .where('person_id', '=', personId)
    .orderBy('subscription.id')
    .execute()
  const told = await db
    .selectFrom('notification')
    .innerJoin('recipient', 'recipient.id', 'recipient_id')
    .leftJoin('digest', 'digest.id', 'digest_id')
    .select(['kind', 'subject_id', 'happening', 'matched_at', 'made_at'])
    .where('person_id', '=', personId)
    .orderBy('matched_at')
    .execute()
  const wishes = await db
    .selectFrom('recipient')
    .select(['most_a_week', 'stopped_at', 'stopped_for', 'created_at'])
    .where('person_id', '=', personId)
    .execute()
  return [...wishes, ...subscriptions, ...told]
}

/** Takes away all that a person asked for, and that it was told; what their organisation asked for stays, without their address. */
export async function deleteAllOf(trx: Db, personId: string): Promise<void> {
  const own = sql`(select id from recipient where person_id = ${personId})`
  await sql`delete from notification where recipient_id in ${own}`.execute(trx)
  await sql`delete from digest where recipient_id in ${own}`.execute(trx)
  for (const table of [
    'subscription_text',
    'subscription_known',
    'subscription_vector',
    'subscription_member',
  ])
    await sql`
      delete from ${sql.table(table)} where subscription_id in (
        select id from subscription where recipient_id in ${own})`.execute(trx)
  await sql`delete from subscription where recipient_id in ${own}`.execute(trx)
  await trx.deleteFrom('recipient').where('person_id', '=', personId).execute()
  const ownAddress = sql`(select email from person where id = ${personId})`
  await sql`delete from mailbox_request where address = ${ownAddress}`.execute(trx)
  await sql`update recipient set mailbox = null where mailbox = ${ownAddress}`.execute(trx)
}
