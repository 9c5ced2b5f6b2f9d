import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Frequency } from './subscription.ts'

/** Recipients for whom something waits that is told at one of these frequencies, and to whom mail may go. */
export async function listRecipientsDue(db: Db, frequencies: Frequency[]): Promise<string[]> {
  const rows = await db
    .selectFrom('notification')
    .innerJoin('subscription', 'subscription.id', 'subscription_id')
    .innerJoin('recipient', 'recipient.id', 'notification.recipient_id')
    .select('notification.recipient_id')
    .distinct()
    .where('digest_id', 'is', null)
    .where('frequency', 'in', frequencies)
    .where('stopped_at', 'is', null)
    .where(({ or, eb }) => or([eb('person_id', 'is not', null), eb('mailbox', 'is not', null)]))
    .orderBy('notification.recipient_id')
    .execute()
  return rows.map(({ recipient_id }) => recipient_id)
}

export type Waiting = {
  id: string
  recipientId: string
  subscriptionId: string
  subscription: string
  frequency: Frequency
  kind: string
  subjectId: string
  happening: string
  activityId: string | null
  matchedAt: Date
  /** As the search shows it; null where it may not be seen any more. */
  title: string | null
  url: string | null
  meta: string[] | null
  /** The mail that told the same already, for another subscription. */
  toldBy: string | null
}

/** What waits for these recipients, locked: what another mail tells meanwhile is left out. */
export async function lockWaiting(trx: Db, recipientIds: string[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    with waiting as materialized (
      select * from notification where recipient_id = any(${recipientIds}::uuid[]) and digest_id is null
      order by id for update)
    select waiting.id, waiting.recipient_id as "recipientId", subscription_id as "subscriptionId",
      subscription.title as subscription, frequency, waiting.kind, waiting.subject_id as "subjectId", happening,
      waiting.activity_id as "activityId", matched_at as "matchedAt", case when hold.subject_id is null then search_text.title end as title, search_text.url,
      search_text.meta, (
        select told.digest_id from notification as told where told.recipient_id = waiting.recipient_id
          and told.kind = waiting.kind and told.subject_id = waiting.subject_id and told.happening = waiting.happening
          and told.activity_id is not distinct from waiting.activity_id and told.digest_id is not null
        limit 1) as "toldBy"
    from waiting join subscription on subscription.id = subscription_id
    left join (search_document join search_text on document_id = search_document.id)
      on search_document.kind = waiting.kind and search_document.subject_id = waiting.subject_id
    left join moderation_hold as hold on subject_kind = waiting.kind and hold.subject_id::text = waiting.subject_id
    order by matched_at, waiting.id`.execute(trx)
  return rows
}

export type Addressee = {
  id: string
  email: string
  /** Whose shared mailbox it is; null for a person. */
  organisation: { name: string; slug: string } | null
  mostAWeek: number | null
  /** Things told in the seven days before. */
  toldOfLate: number
}

/** Those of these recipients to whom mail may go. */
export async function listAddressees(db: Db, recipientIds: string[], now: Date): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select recipient.id, coalesce(person.email, mailbox) as email, most_a_week as "mostAWeek",
      case when organisation.id is not null then jsonb_build_object('name', organisation.name, 'slug', slug) end as organisation,
      coalesce((select sum(things) from digest where recipient_id = recipient.id
        and made_at > ${now}::timestamptz - interval '7 days'), 0)::integer as "toldOfLate"
    from recipient left join person on person.id = person_id left join organisation on organisation.id = organisation_id
    where recipient.id = any(${recipientIds}::uuid[]) and stopped_at is null and coalesce(person.email, mailbox) is not null
      and suspended_at is null and erased_at is null and status is distinct from 'former'`.execute(db)
  return rows
}

type NewDigest = {
  id: string
  recipient_id: string
  slot: string
  made_at: Date
  things: number
  left_out: number
  link_hash: string
}

/** Writes mails as made; those of a slot that has one already are left out. Gives those that are new. */
export async function insertDigests(trx: Db, digests: NewDigest[]): Promise<Set<string>> {
  if (digests.length === 0) return new Set()
  const rows = await trx
    .insertInto('digest')
    .values(digests)
    .onConflict(conflict => conflict.columns(['recipient_id', 'slot']).doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Marks what a mail tells, or leaves for the page. */
export async function markTold(
  trx: Db,
  told: { id: string; digestId: string; isLeftOut: boolean }[],
): Promise<void> {
  if (told.length === 0) return
  await sql`
    update notification set digest_id = told.digest_id, is_left_out = told.is_left_out
    from jsonb_to_recordset(${JSON.stringify(
      told.map(({ id, digestId, isLeftOut }) => ({ id, digest_id: digestId, is_left_out: isLeftOut })),
    )}::jsonb) as told (id uuid, digest_id uuid, is_left_out boolean)
    where notification.id = told.id`.execute(trx)
}

/** Forgets what waits of things that nobody may see any more. */
export const deleteWaiting = (trx: Db, ids: string[]) =>
  ids.length === 0 ? undefined : trx.deleteFrom('notification').where('id', 'in', ids).execute()

/** The recipient that a link in a mail is for. */
export const findRecipientByLink = (db: Db, linkHash: string) =>
  db
    .selectFrom('digest')
    .innerJoin('recipient', 'recipient.id', 'recipient_id')
    .selectAll('recipient')
    .where('link_hash', '=', linkHash)
    .executeTakeFirst()

export type NewThing = {
  title: string
  url: string
  subscription: string
  happening: string
  activityId: string | null
  matchedAt: Date
}

/** The newest things that a person's subscriptions have to tell since an instant, told or not, each once. */
export async function listNewThings(
  db: Db,
  personId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<NewThing[]> {
  const { rows } = await sql<NewThing>`
    select * from (
      select distinct on (notification.kind, notification.subject_id) search_text.title, search_text.url,
        subscription.title as subscription, happening, activity_id as "activityId", matched_at as "matchedAt"
      from notification join recipient on recipient.id = notification.recipient_id
      join subscription on subscription.id = subscription_id
      join search_document on search_document.kind = notification.kind
        and search_document.subject_id = notification.subject_id
      join search_text on document_id = search_document.id
      where person_id = ${personId} and matched_at > ${since}
        and not exists (select from moderation_hold as hold where subject_kind = notification.kind
          and hold.subject_id::text = notification.subject_id)
      order by notification.kind, notification.subject_id, matched_at desc
    ) as thing order by "matchedAt" desc limit ${limit}`.execute(db)
  return rows
}

export type Told = {
  id: string
  digestId: string
  madeAt: Date
  isLeftOut: boolean
  subscription: string
  address: string
  kind: string
  subjectId: string
  happening: string
  activityId: string | null
  title: string | null
  url: string | null
}

/** What mails told a recipient, and which subscription each thing was for; newest mail first. `next` goes on after them. */
export async function listTold(
  db: Db,
  recipientId: string,
  { digests, before = null }: { digests: number; before?: string | null },
): Promise<{ told: Told[]; next: string | null }> {
  const { rows } = await sql<Told>`
    select notification.id, digest.id as "digestId", made_at as "madeAt", is_left_out as "isLeftOut", subscription.title as subscription,
      subscription.address, notification.kind, notification.subject_id as "subjectId", happening,
      activity_id as "activityId",
      case when hold.subject_id is null then search_text.title end as title,
      case when hold.subject_id is null then search_text.url end as url
    from (select * from digest where recipient_id = ${recipientId} and (${before}::uuid is null
        or (made_at, id) < (select made_at, id from digest where id = ${before}::uuid and recipient_id = ${recipientId}))
      order by made_at desc, id desc limit ${digests}) as digest
    join notification on digest_id = digest.id join subscription on subscription.id = subscription_id
    left join (search_document join search_text on document_id = search_document.id)
      on search_document.kind = notification.kind and search_document.subject_id = notification.subject_id
    left join moderation_hold as hold on subject_kind = notification.kind and hold.subject_id::text = notification.subject_id
    order by made_at desc, digest.id desc, is_left_out, matched_at, notification.id`.execute(db)
  const isFull = new Set(rows.map(({ digestId }) => digestId)).size === digests
  return { told: rows, next: isFull ? rows.at(-1)!.digestId : null }
}
