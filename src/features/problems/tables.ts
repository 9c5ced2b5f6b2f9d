// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type ProblemTable = {
  id: string
  slug: string | null
  organisation_id: string
  state: 'draft' | 'published' | 'withdrawn' | 'solved'
  visibility: 'public' | 'public-sector' | 'partners' | null
  title: string
  happens: string
  affected: string | null
  evidence: string | null
  evidence_links: Generated<string[]>
  cost_band: 'under-10k' | '10k-50k' | '50k-250k' | '250k-1m' | 'over-1m' | null
  cost: string | null
  tried: string | null
  service_id: number | null
  good_outcome: string | null
  compared_at: Date | null
  version: Generated<number>
  created_at: Date
  created_by: string | null
  published_at: Date | null
  changed_at: Date
  closed_at: Date | null
  closing_note: string | null
  merged_into: string | null
}

export type ProblemReaderTable = {
  problem_id: string
  organisation_id: string
}

export type ProblemVersionTable = {
  problem_id: string
  number: number
  act: 'published' | 'changed' | 'withdrawn' | 'solved' | 'reopened'
  said: Json
  note: string | null
  organisation_id: string
  person_id: string | null
  made_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    problem: ProblemTable
    problem_reader: ProblemReaderTable
    problem_version: ProblemVersionTable
  }
}
