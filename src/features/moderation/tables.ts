// Written by `npm run types` from the migrations: change those instead.
import type { Generated } from 'kysely'

export type ModerationActTable = {
  id: string
  subject_kind: string
  subject_id: string
  act: 'held' | 'released' | 'withheld' | 'restored' | 'dismissed' | 'told'
  words: string | null
  person_id: string
  acted_at: Date
  is_own: Generated<boolean>
}

export type ModerationHoldTable = {
  subject_kind: string
  subject_id: string
  state: 'held' | 'withheld'
  reason: string | null
  since: Date
}

export type ModerationReportTable = {
  id: string
  subject_kind: string
  subject_id: string
  reason: 'personal' | 'commercial' | 'wrong' | 'offensive' | 'not-theirs' | 'other' | 'review'
  words: string | null
  email: string | null
  person_id: string | null
  reported_at: Date
  answered_by: string | null
}

export type ModerationTrustedTable = {
  organisation_id: string
  since: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    moderation_act: ModerationActTable
    moderation_hold: ModerationHoldTable
    moderation_report: ModerationReportTable
    moderation_trusted: ModerationTrustedTable
  }
}
