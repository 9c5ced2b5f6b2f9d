import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

export type ToSend = {
  hookId: string
  kind: string
  subjectId: string
  happening: string
  activityId: string | null
  because: string[]
  matchedAt: Date
}

/** What subscriptions have found for hooks and was not sent to them yet, each thing that happened once for each hook. */
export async function listToSend(db: Db, since: Date): Promise<ToSend[]> {
  const { rows } = await sql<ToSend>`
    select hook.id as "hookId", notification.kind, notification.subject_id as "subjectId", happening,
      activity_id as "activityId", array_agg(distinct subscription.title order by subscription.title) as because,
      min(matched_at) as "matchedAt"
    from hook join hook_subscription on hook_subscription.hook_id = hook.id
    join recipient on recipient.id = hook.recipient_id
    left join person on person.id = person_id left join organisation on organisation.id = organisation_id
    join notification on notification.recipient_id = recipient.id and matched_at > ${since}
      and notification.subscription_id = hook_subscription.subscription_id and matched_at >= hook_subscription.since
    join subscription on subscription.id = notification.subscription_id
    where suspended_at is null and erased_at is null and organisation.status is distinct from 'former'
      and not exists (select from hook_told as told where told.hook_id = hook.id and told.kind = notification.kind
      and told.subject_id = notification.subject_id and told.happening = notification.happening
      and told.activity_id is not distinct from notification.activity_id)
    group by hook.id, notification.kind, notification.subject_id, happening, activity_id
    order by hook.id, min(matched_at), notification.subject_id, happening limit 5000`.execute(db)
  return rows
}

export type Told = {
  kind: string
  happening: string
  activityId: string | null
  because: string[]
  matchedAt: Date
  title: string
  url: string
  meta: string[]
}

/** What a message tells, as the search shows it now; without what nobody may see any more. */
export async function listTold(db: Db, deliveryId: string): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select told.kind, happening, activity_id as "activityId", because, matched_at as "matchedAt", search_text.title, url, meta
    from hook_told as told
    join search_document on search_document.kind = told.kind and search_document.subject_id = told.subject_id
    join search_text on document_id = search_document.id
    left join moderation_hold as hold on subject_kind = told.kind and hold.subject_id::text = told.subject_id
    where delivery_id = ${deliveryId} and hold.subject_id is null
    order by matched_at, told.id`.execute(db)
  return rows
}

/** Which hooks a person has, and what was sent to them; the addresses and secrets stay where they are. */
export const listHooksOf = (db: Db, personId: string) =>
  db
    .selectFrom('hook')
    .innerJoin('recipient', 'recipient.id', 'recipient_id')
    .leftJoin('hook_delivery', 'hook_delivery.hook_id', 'hook.id')
    .select(['hook.id', 'kind', 'name', 'address', 'hook.created_at', 'state', 'made_at'])
    .where('person_id', '=', personId)
    .orderBy('hook.id')
    .orderBy('made_at')
    .execute()
