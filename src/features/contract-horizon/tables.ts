// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type HorizonFiguresTable = {
  rows_by: 'service' | 'product' | 'supplier' | 'region' | 'type'
  figures: Json
  counted_at: Date
}

export type HorizonNearingTable = {
  is_only: Generated<boolean>
  looked_until: string
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    horizon_figures: HorizonFiguresTable
    horizon_nearing: HorizonNearingTable
  }
}
