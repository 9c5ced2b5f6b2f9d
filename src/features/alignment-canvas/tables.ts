// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type CanvasAnswerTable = {
  id: string
  collaboration_id: string
  organisation_id: string
  topic: string
  version: number
  said: Json | null
  said_at: Date
  said_by: string | null
}

export type CanvasCompletionTable = {
  id: string
  collaboration_id: string
  organisation_id: string
  done_at: Date
  done_by: string | null
}

export type CanvasConfirmationTable = {
  id: string
  settlement_id: string
  organisation_id: string
  confirmed_at: Date
  confirmed_by: string | null
}

export type CanvasDifferenceTable = {
  id: string
  collaboration_id: string
  topic: string
  found_at: Date
}

export type CanvasSettlementTable = {
  id: string
  difference_id: string
  outcome: 'resolved' | 'parked' | 'accepted'
  words: string
  parked_until: string | null
  organisation_id: string
  proposed_at: Date
  proposed_by: string | null
  ended_at: Date | null
  ended_because: 'replaced' | 'answer-changed' | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    canvas_answer: CanvasAnswerTable
    canvas_completion: CanvasCompletionTable
    canvas_confirmation: CanvasConfirmationTable
    canvas_difference: CanvasDifferenceTable
    canvas_settlement: CanvasSettlementTable
  }
}
