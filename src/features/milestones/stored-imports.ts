import type { Choices, ReadPlan } from '#features/plan-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { FoundImport, ImportState } from './brought-file.ts'
import type { ForeseenLine } from './foresee.ts'

type NewPreview = {
  id: string
  plan_id: string
  file_name: string
  made_at: Date
  person_id: string
  bytes: Uint8Array
  read: ReadPlan
  choices: Choices
}

const readColumns = ({ kind, name, asked, aside, lines }: ReadPlan, choices: Choices) => ({
  kind,
  source_name: name,
  choices: JSON.stringify(choices),
  asked: JSON.stringify({ ...asked, aside }),
  lines: JSON.stringify(lines),
})

/** A file that somebody looks at, with what was read of it. */
export async function insertPreview(trx: Db, { bytes, read, choices, ...row }: NewPreview): Promise<void> {
  await trx
    .insertInto('milestone_import')
    .values({ ...row, ...readColumns(read, choices), state: 'previewed' })
    .execute()
  await trx.insertInto('milestone_import_file').values({ import_id: row.id, bytes }).execute()
}

export const updatePreview = (trx: Db, id: string, read: ReadPlan, choices: Choices) =>
  trx.updateTable('milestone_import').set(readColumns(read, choices)).where('id', '=', id).execute()

/** Nobody else takes it in or undoes it until the transaction ends; its state. */
export const lockImport = async (trx: Db, id: string): Promise<ImportState | undefined> =>
  (
    await trx
      .selectFrom('milestone_import')
      .select('state')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  )?.state

export const findFile = async (db: Db, importId: string): Promise<Uint8Array | undefined> =>
  (
    await db
      .selectFrom('milestone_import_file')
      .select('bytes')
      .where('import_id', '=', importId)
      .executeTakeFirst()
  )?.bytes

const deleteFile = (trx: Db, importId: string) =>
  trx.deleteFrom('milestone_import_file').where('import_id', '=', importId).execute()

/** Says what became of each line, and forgets the file itself. */
export async function markTakenIn(
  trx: Db,
  id: string,
  lines: ForeseenLine[],
  taken_in_at: Date,
): Promise<void> {
  await deleteFile(trx, id)
  await trx
    .updateTable('milestone_import')
    .set({ state: 'taken-in', lines: JSON.stringify(lines), taken_in_at })
    .where('id', '=', id)
    .execute()
}

export const markUndone = (trx: Db, id: string, undone_at: Date) =>
  trx.updateTable('milestone_import').set({ state: 'undone', undone_at }).where('id', '=', id).execute()

/** Takes away a file that was only looked at. */
export async function deletePreview(trx: Db, { id }: Pick<FoundImport, 'id'>): Promise<void> {
  await deleteFile(trx, id)
  await trx.deleteFrom('milestone_import').where('id', '=', id).where('state', '=', 'previewed').execute()
}
