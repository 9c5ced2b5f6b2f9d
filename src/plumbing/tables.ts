// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type ActivityTable = {
  id: string
  kind: string
  subject_kind: string
  subject_id: string
  actor_kind: string
  detail: Json
  occurred_at: Date
  actor_id: string | null
  organisation_id: string | null
}

export type ActivityOutboxTable = {
  activity_id: string
}

export type ImportRunTable = {
  id: string
  format: string
  file_name: string
  sha256: string
  source: string
  as_of: string
  started_at: Date
  finished_at: Date | null
  added: Generated<number>
  changed: Generated<number>
  unchanged: Generated<number>
  refused: Generated<number>
  settled_at: Date | null
}

export type ImportedRecordTable = {
  format: string
  key: string
  sha256: string
  subject_id: string
  import_run_id: string
}

export type JobTable = {
  id: string
  queue: string
  key: string
  payload: Json
  created_at: Date
  run_at: Date
  attempts: Generated<number>
  lease: string | null
  leased_until: Date | null
  last_error: string | null
  done_at: Date | null
  dead_at: Date | null
}

export type RateLimitTable = {
  key: string
  hits: number
  ends_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    activity: ActivityTable
    activity_outbox: ActivityOutboxTable
    import_run: ImportRunTable
    imported_record: ImportedRecordTable
    job: JobTable
    rate_limit: RateLimitTable
  }
}
