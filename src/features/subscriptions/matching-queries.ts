import { type RawBuilder, sql } from 'kysely'
import { everything, matter } from '#features/search/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { mostInADay, toldInADay } from './flood-queries.ts'
import { found, type Happening, type Level, levelsOf } from './subscription.ts'

export const isAnyoneSubscribed = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('subscription').select('id').where('ended_at', 'is', null).limit(1).execute()).length >
  0

/** Keeps what the index says of these documents, before it is written anew; `ids` are in the order of `changeIds`. */
export async function keepEarlier(
  trx: Db,
  { kind, ids, changeIds }: { kind: string; ids: string[]; changeIds: string[] },
) {
  await sql`
    insert into document_change (id, kind, subject_id, earlier)
    select change_id, ${kind}, subject, case when document_id is not null then ${matter} end
    from unnest(${changeIds}::uuid[], ${ids}::text[]) as changing (change_id, subject)
    left join (search_document join search_text on document_id = search_document.id)
      on kind = ${kind} and subject_id = subject`.execute(trx)
}

// Names as the anchors of subscriptions have them: alone, and with each region of the thing.
const anchorsOf = sql`array(
  with name as materialized (select unnest(tsvector_to_array(matter)) as name)
  select name from name union all select ${everything}
  union all select name.name || ' ' || region.name from name cross join name as region
    where starts_with(region.name, '=region:'))`

/**
 * Tells subscriptions of documents that fit them now and did not before they changed; returns how many. The changes are
 * worked off by it.
 */
export async function tellOfChanges(trx: Db, changeIds: string[], at: Date): Promise<number> {
  const written = await matched(
    trx,
    sql`
      select document_change.kind, document_change.subject_id, earlier, place, ${matter} as matter,
        null::uuid as activity_id, ${found} as happening, null::uuid as actor_id
      from document_change join search_document using (kind, subject_id)
      join search_text on document_id = search_document.id
      where document_change.id = any(${changeIds}::uuid[])`,
    sql`level <> 'mute' and kept_after < item.place
      and not (item.earlier is not null and (criterion is null or item.earlier @@ criterion))`,
    at,
  )
  await trx.deleteFrom('document_change').where('id', 'in', changeIds).execute()
  return written
}

/** Tells subscriptions of what happened to documents that fit them; nobody hears of what they did themselves. */
export async function tellOfHappening(
  trx: Db,
  happening: Happening,
  activityIds: string[],
  at: Date,
): Promise<number> {
  const levels: Level[] = levelsOf(happening)
  return matched(
    trx,
    sql`
      select search_document.kind, search_document.subject_id, ${matter} as matter, activity.id as activity_id,
        activity.kind as happening, activity.actor_id
      from activity join search_document on search_document.kind = activity.subject_kind
        and search_document.subject_id = activity.subject_id
      join search_text on document_id = search_document.id
      where activity.id = any(${activityIds}::uuid[])`,
    sql`level = any(${levels}::text[]) and recipient.person_id is distinct from item.actor_id`,
    at,
    { andMembers: true },
  )
}

const pair = sql`item.kind, item.subject_id, item.happening, item.activity_id, subscription.id as subscription_id,
  subscription.recipient_id`

/** What is in lists that are kept, by what they held when they were counted last. */
const membersThat = (isWanted: RawBuilder<unknown>) => sql`
  union select ${pair} from item join subscription_member as member using (kind, subject_id)
  join subscription on subscription.id = member.subscription_id and subscription.ended_at is null
  join recipient on recipient.id = subscription.recipient_id
  where ${isWanted}`

/** `items` are documents with what they are; `isWanted` is asked of each pair that fits. */
async function matched(
  trx: Db,
  items: RawBuilder<unknown>,
  isWanted: RawBuilder<unknown>,
  at: Date,
  { andMembers = false } = {},
): Promise<number> {
  // With few subscriptions the planner reads all of them for each document.
  await sql`set local enable_seqscan = off`.execute(trx)
  const { numAffectedRows } = await sql`
    with item as materialized (select *, ${anchorsOf} as names from (${items}) as item),
    fitting as materialized (
      select ${pair} from item join subscription on subscription.anchors && item.names and subscription.ended_at is null
      join recipient on recipient.id = subscription.recipient_id
      where (criterion is null or item.matter @@ criterion) and ${isWanted} ${andMembers ? membersThat(isWanted) : sql``}),
    wanted as materialized (
      select *, row_number() over (partition by recipient_id order by subject_id, subscription_id) as place from fitting),
    room as materialized (
      select recipient_id, ${mostInADay} - ${toldInADay(sql`one.recipient_id`, at)} as room
      from (select distinct recipient_id from wanted) as one)
    insert into notification (id, subscription_id, recipient_id, kind, subject_id, happening, activity_id, matched_at)
    select gen_random_uuid(), subscription_id, recipient_id, kind, subject_id, happening, activity_id, ${at}
    from wanted join room using (recipient_id) where place <= room
    order by subject_id, subscription_id
    on conflict do nothing`.execute(trx)
  await sql`set local enable_seqscan = on`.execute(trx)
  return Number(numAffectedRows ?? 0)
}
