// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type SharedDecisionTable = {
  id: string
  collaboration_id: string
  number: number
  title: string
  words: string | null
  way: 'elsewhere' | 'consent' | 'advice' | 'vote'
  visibility: 'public' | 'public-sector' | 'partners'
  organisation_id: string
  asked_by: string | null
  asked_at: Date
  answer_by: string | null
  state: 'open' | 'decided' | 'withdrawn'
  result: 'agreed' | 'not-agreed' | null
  outcome: string | null
  decided_on: string | null
  review_on: string | null
  tally: Json | null
  closed_by_organisation: string | null
  closed_by: string | null
  closed_at: Date | null
  reminded_at: Date | null
  review_told_at: Date | null
}

export type SharedDecisionAnswerTable = {
  decision_id: string
  organisation_id: string
  number: number
  answer: 'for' | 'against' | 'abstains' | 'advises'
  words: string | null
  answered_at: Date
  person_id: string | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    shared_decision: SharedDecisionTable
    shared_decision_answer: SharedDecisionAnswerTable
  }
}
