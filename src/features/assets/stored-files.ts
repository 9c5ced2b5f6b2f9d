import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { ReadFile } from './brought-file.ts'
import type { AssetFileTable } from './tables.ts'

export const insertFile = (trx: Db, file: Insertable<AssetFileTable>) =>
  trx.insertInto('asset_file').values(file).execute()

/** A file that an organisation looks at; throws when there is none. */
export async function findFile(db: Db, organisationId: string, id: string) {
  const row = await db
    .selectFrom('asset_file')
    .select(['id', 'file_name as fileName'])
    .select(({ ref }) => ref('read').$castTo<ReadFile>().as('read'))
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!row) throw failure('absent', '')
  return row
}

export type FoundFile = Awaited<ReturnType<typeof findFile>>

export async function countFiles(db: Db, organisationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('asset_file')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return count
}

export const deleteFile = (trx: Db, id: string) => trx.deleteFrom('asset_file').where('id', '=', id).execute()

export const deleteFilesBefore = (trx: Db, moment: Date) =>
  trx.deleteFrom('asset_file').where('made_at', '<', moment).execute()
