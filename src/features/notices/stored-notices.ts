import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { NoticeTable } from './tables.ts'

export type NoticeRow = Insertable<NoticeTable>

const keptOnce = new Set(['id', 'slug', 'created_at'])

export const upsertNotices = (trx: Db, rows: NoticeRow[]) =>
  trx
    .insertInto('notice')
    .values(rows)
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(({ ref }) => {
        const columns = (Object.keys(rows[0]!) as (keyof NoticeRow)[]).filter(name => !keptOnce.has(name))
        return Object.fromEntries(columns.map(name => [name, ref(`excluded.${name}`)]))
      }),
    )
    .execute()
