import { type RawBuilder, sql } from 'kysely'

/** For `doUpdateSet` of rows like this one: its columns take what was to be inserted, but for those that stay as first written. */
export const renewed = (row: object, kept: string[]): Record<string, RawBuilder<never>> =>
  Object.fromEntries(
    Object.keys(row)
      .filter(column => !kept.includes(column))
      .map(column => [column, sql.ref<never>(`excluded.${column}`)]),
  )
