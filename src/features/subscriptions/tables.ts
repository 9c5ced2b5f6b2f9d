// Written by `npm run types` from the migrations: change those instead.
import type { Generated, GeneratedAlways } from 'kysely'

export type DigestTable = {
  id: string
  recipient_id: string
  slot: string
  made_at: Date
  things: number
  left_out: number
  link_hash: string | null
}

export type DocumentChangeTable = {
  id: string
  kind: string
  subject_id: string
  earlier: string | null
  place: Generated<number>
}

export type MailboxRequestTable = {
  recipient_id: string
  address: string
  link_hash: string
  asked_at: Date
}

export type NotificationTable = {
  id: string
  subscription_id: string
  recipient_id: string
  kind: string
  subject_id: string
  happening: string
  activity_id: string | null
  matched_at: Date
  digest_id: string | null
  is_left_out: Generated<boolean>
}

export type RecipientTable = {
  id: string
  person_id: string | null
  most_a_week: number | null
  stopped_at: Date | null
  stopped_for: 'asked' | 'bounced' | 'complained' | null
  feed_hash: string | null
  created_at: Date
  organisation_id: string | null
  mailbox: string | null
}

export type SubscriptionTable = {
  id: string
  recipient_id: string
  title: string
  address: string
  criterion: string | null
  anchors: string[]
  level: 'everything' | 'milestones' | 'new' | 'mute'
  frequency: 'at-once' | 'daily' | 'weekly'
  created_at: Date
  changed_at: Date
  ended_at: Date | null
  address_hash: GeneratedAlways<string>
  list_counted_at: Date | null
  kept_after: Generated<number>
}

export type SubscriptionKnownTable = {
  subscription_id: string
  kind: string
  subject_id: string
}

export type SubscriptionMemberTable = {
  subscription_id: string
  kind: string
  subject_id: string
}

export type SubscriptionTextTable = {
  subscription_id: string
  closeness: number
}

export type SubscriptionVectorTable = {
  subscription_id: string
  model: string
  vector: string
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    digest: DigestTable
    document_change: DocumentChangeTable
    mailbox_request: MailboxRequestTable
    notification: NotificationTable
    recipient: RecipientTable
    subscription: SubscriptionTable
    subscription_known: SubscriptionKnownTable
    subscription_member: SubscriptionMemberTable
    subscription_text: SubscriptionTextTable
    subscription_vector: SubscriptionVectorTable
  }
}
