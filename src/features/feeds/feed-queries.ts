import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** Whose secret an address has; nobody's where the account is closed for now. */
export const findRecipientByFeed = (db: Db, feedHash: string) =>
  db
    .selectFrom('recipient')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['recipient.id'])
    .where('feed_hash', '=', feedHash)
    .where('suspended_at', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst()

export type Noticed = {
  kind: string
  subjectId: string
  happening: string
  activityId: string | null
  matchedAt: Date
  because: string[]
  title: string
  url: string
  meta: string[]
}

const shown = sql`join search_document on search_document.kind = notification.kind
  and search_document.subject_id = notification.subject_id
  join search_text on document_id = search_document.id
  left join moderation_hold as hold on subject_kind = notification.kind and hold.subject_id::text = notification.subject_id`

/**
 * What a recipient was told of, or will be, the newest first, each once with all the subscriptions it is told for; without
 * what nobody may see any more.
 */
export async function listNoticed(
  db: Db,
  recipientId: string,
  { limit, skip }: { limit: number; skip: number },
): Promise<Noticed[]> {
  const { rows } = await sql<Noticed>`
    select notification.kind, notification.subject_id as "subjectId", happening, activity_id as "activityId",
      min(matched_at) as "matchedAt", array_agg(distinct subscription.title order by subscription.title) as because,
      search_text.title, url, meta
    from (select * from notification where recipient_id = ${recipientId} order by matched_at desc limit 2000) as notification
    join subscription on subscription.id = subscription_id ${shown}
    where hold.subject_id is null
    group by notification.kind, notification.subject_id, happening, activity_id, search_text.document_id
    order by min(matched_at) desc, notification.kind, notification.subject_id, happening
    limit ${limit} offset ${skip}`.execute(db)
  return rows
}

/** Kinds and ids of the things a recipient was told of within a year, or watches, or that are in lists that it keeps. */
export async function listFollowed(
  db: Db,
  recipientId: string,
  since: Date,
): Promise<{ kind: string; ids: string[] }[]> {
  const { rows } = await sql<{ kind: string; ids: string[] }>`
    select kind, array_agg(distinct subject_id) as ids from (
      select notification.kind, notification.subject_id from notification ${shown}
        where recipient_id = ${recipientId} and matched_at > ${since} and hold.subject_id is null
      union
      select search_document.kind, search_document.subject_id from subscription join search_text on url = address
        join search_document on search_document.id = document_id
        left join moderation_hold as hold on subject_kind = kind and hold.subject_id::text = search_document.subject_id
        where recipient_id = ${recipientId} and ended_at is null and level <> 'mute' and hold.subject_id is null
      union
      select member.kind, member.subject_id from subscription join subscription_member as member on subscription_id = subscription.id
        left join moderation_hold as hold on subject_kind = member.kind and hold.subject_id::text = member.subject_id
        where recipient_id = ${recipientId} and ended_at is null and level <> 'mute' and hold.subject_id is null
    ) as followed group by kind order by kind`.execute(db)
  return rows
}
