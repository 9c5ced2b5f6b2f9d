import type { Db } from './database/database.ts'

/** Forgets that a run brought these things, so that the same rows can come in again. */
export async function forgetImported(trx: Db, runId: string, subjectIds: string[]): Promise<void> {
  if (subjectIds.length === 0) return
  await trx
    .deleteFrom('imported_record')
    .where('import_run_id', '=', runId)
    .where('subject_id', 'in', subjectIds)
    .execute()
}
