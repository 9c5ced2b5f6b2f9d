// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type OpportunityTable = {
  id: string
  slug: string
  state: 'proposed' | 'published' | 'dismissed' | 'merged'
  title: string
  summary: string | null
  label: string[]
  merged_into: string | null
  dismissal_reason: string | null
  found_at: Date
  changed_at: Date
  published_at: Date | null
  is_written: boolean
}

export type OpportunityChoiceTable = {
  opportunity_id: string
  kind: string
  subject_id: string
  belongs: boolean
}

export type OpportunityMemberTable = {
  opportunity_id: string
  kind: string
  subject_id: string
}

export type PartnerCallTable = {
  id: string
  opportunity_id: string
  seats: Json
  note: string | null
  ends_on: string
  made_at: Date
  ended_at: Date | null
}

export type PartnerCallAnswerTable = {
  call_id: string
  organisation_id: string
  person_id: string | null
  said_at: Date
  withdrawn_at: Date | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    opportunity: OpportunityTable
    opportunity_choice: OpportunityChoiceTable
    opportunity_member: OpportunityMemberTable
    partner_call: PartnerCallTable
    partner_call_answer: PartnerCallAnswerTable
  }
}
