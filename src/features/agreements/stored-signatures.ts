import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** Forgets who signed versions that closed, or ended by their date, before a day, 'YYYY-MM-DD'. */
export const forgetSignatures = (trx: Db, before: string) =>
  trx
    .updateTable('agreement_signature')
    .set({ record: null, seal: null, signed_by: null })
    .where('record', 'is not', null)
    .where('version_id', 'in', eb =>
      eb
        .selectFrom('agreement_version')
        .select('agreement_version.id')
        .where(sql<boolean>`least(closed_at::date, ends_on) < ${before}::date`),
    )
    .execute()
