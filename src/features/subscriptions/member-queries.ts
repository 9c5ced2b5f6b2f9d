import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { mostInADay, toldInADay } from './flood-queries.ts'
import { came, went } from './subscription.ts'

type Members = { kind: string; ids: string[] }

/** Remembers what a list holds. */
export async function insertMembers(trx: Db, subscriptionId: string, { kind, ids }: Members): Promise<void> {
  await sql`
    insert into subscription_member (subscription_id, kind, subject_id)
    select ${subscriptionId}, ${kind}, id from unnest(${ids}::text[]) as id on conflict do nothing`.execute(
    trx,
  )
}

/**
 * Tells a subscription to a list what has come in since it was counted last, and what has gone though its day is not past;
 * and remembers what it holds now. `day`: 'YYYY-MM-DD'.
 */
export async function tellOfList(
  trx: Db,
  {
    subscriptionId,
    members: { kind, ids },
    day,
    at,
  }: { subscriptionId: string; members: Members; day: string; at: Date },
): Promise<void> {
  await sql`
    with held as (select kind, subject_id as id from subscription_member where subscription_id = ${subscriptionId}),
    holds as (select id from unnest(${ids}::text[]) as id),
    changed as (
      select id, ${kind} as kind, ${came(day)} as happening from holds where id not in (select id from held)
      union all
      select held.id, held.kind, ${went(day)} from held join search_document on search_document.kind = held.kind and subject_id = held.id
        join search_text on document_id = search_document.id
        where held.id not in (select id from holds) and (dated is null or dated >= ${day}::date)),
    placed as (select *, row_number() over (order by id) as place from changed)
    insert into notification (id, subscription_id, recipient_id, kind, subject_id, happening, matched_at)
    select gen_random_uuid(), subscription.id, recipient_id, kind, placed.id, happening, ${at}
    from placed cross join subscription
    where subscription.id = ${subscriptionId} and level <> 'mute'
      and place <= ${mostInADay} - ${toldInADay(sql`recipient_id`, at)}
    on conflict do nothing`.execute(trx)
  await sql`
    delete from subscription_member where subscription_id = ${subscriptionId}
      and subject_id <> all(${ids}::text[])`.execute(trx)
  await insertMembers(trx, subscriptionId, { kind, ids })
  await trx
    .updateTable('subscription')
    .set({ list_counted_at: at })
    .where('id', '=', subscriptionId)
    .execute()
}

/** Subscriptions to lists, some at a time in the order of their addresses; those to one address follow one another. */
export const listKeptLists = (db: Db, after: { hash: string; id: string }, limit: number) =>
  db
    .selectFrom('subscription')
    .select(['id', 'address', 'address_hash as hash'])
    .where('list_counted_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('address_hash', 'id'), '>', tuple(after.hash, after.id)))
    .orderBy('address_hash')
    .orderBy('id')
    .limit(limit)
    .execute()
