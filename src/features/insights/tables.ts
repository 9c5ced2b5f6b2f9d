// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type InsightPageTable = {
  path: string
  charts: Json
  presences: Json | null
  counted_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    insight_page: InsightPageTable
  }
}
