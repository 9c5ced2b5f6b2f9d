import { type RawBuilder, sql } from 'kysely'

/** Whether a column of ids is one of these; every row fits where nothing was chosen. */
export const isAmong = (column: RawBuilder<unknown>, ids: string[] | null): RawBuilder<boolean> =>
  ids === null ? sql<boolean>`true` : sql<boolean>`${column} = any(${ids}::uuid[])`

/** Whether a column equals a value; every row fits where nothing was chosen. */
export const isChosen = (column: RawBuilder<unknown>, value: string | number | null): RawBuilder<boolean> =>
  value === null ? sql<boolean>`true` : sql<boolean>`${column} = ${value}`
