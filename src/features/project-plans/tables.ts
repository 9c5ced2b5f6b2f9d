// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type PlanTable = {
  id: string
  organisation_id: string
  state: 'draft' | 'published' | 'withdrawn'
  slug: string | null
  said: Json
  version: Generated<number>
  created_at: Date
  created_by: string | null
  changed_at: Date
  published_at: Date | null
  withdrawn_at: Date | null
  withdrawal_reason: string | null
}

export type PlanPartnerTable = {
  id: string
  plan_id: string
  organisation_id: string
  began_with: 'owner' | 'partner'
  state: 'named' | 'waiting' | 'confirmed' | 'declined' | 'ended'
  message: string | null
  asked_by: string | null
  asked_at: Date
  decided_by: string | null
  decided_at: Date | null
}

export type PlanProblemTable = {
  plan_id: string
  problem_id: string
  added_at: Date
}

export type PlanUpdateTable = {
  id: string
  plan_id: string
  organisation_id: string
  said_on: string
  version: number
  written_at: Date
  withdrawn_at: Date | null
}

export type PlanUpdateTextTable = {
  update_id: string
  number: number
  text: string
  person_id: string | null
  written_at: Date
  next: string | null
  in_the_way: string | null
  asked: string | null
}

export type PlanVersionTable = {
  plan_id: string
  number: number
  act: 'published' | 'changed' | 'stopped' | 'resumed' | 'withdrawn' | 'reopened'
  said: Json
  note: string | null
  organisation_id: string
  person_id: string | null
  made_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    plan: PlanTable
    plan_partner: PlanPartnerTable
    plan_problem: PlanProblemTable
    plan_update: PlanUpdateTable
    plan_update_text: PlanUpdateTextTable
    plan_version: PlanVersionTable
  }
}
