import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { renewed } from '#plumbing/database/renewed.ts'
import type { NoticeTable } from './tables.ts'

export type NoticeRow = Insertable<NoticeTable>

export const upsertNotices = (trx: Db, rows: NoticeRow[]) =>
  trx
    .insertInto('notice')
    .values(rows)
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(renewed(rows[0]!, ['id', 'slug', 'created_at'])),
    )
    .execute()
