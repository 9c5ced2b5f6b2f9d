// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, object | string>

type Bytes = ColumnType<Buffer, Uint8Array>

export type MilestoneTable = {
  id: string
  plan_id: string
  version: number
  source_kind: 'table' | 'trello' | 'github' | null
  source_key: string | null
}

export type MilestoneImportTable = {
  id: string
  plan_id: string
  kind: 'table' | 'trello' | 'github'
  file_name: string
  source_name: string | null
  state: 'previewed' | 'taken-in' | 'undone'
  choices: Json
  asked: Json
  lines: Json
  made_at: Date
  person_id: string | null
  taken_in_at: Date | null
  undone_at: Date | null
}

export type MilestoneImportFileTable = {
  import_id: string
  bytes: Bytes
}

export type MilestoneVersionTable = {
  milestone_id: string
  number: number
  title: string
  due_on: string | null
  is_done: boolean
  done_on: string | null
  is_removed: boolean
  source_said: Json | null
  made_at: Date
  person_id: string | null
  import_id: string | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    milestone: MilestoneTable
    milestone_import: MilestoneImportTable
    milestone_import_file: MilestoneImportFileTable
    milestone_version: MilestoneVersionTable
  }
}
