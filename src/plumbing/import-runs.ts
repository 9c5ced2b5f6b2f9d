import { basename } from 'node:path'
import type { Clock } from './clock.ts'
import type { Db } from './database/database.ts'
import type { Site } from './feature.ts'
import { newId } from './id.ts'
import type { Counts, ImportOptions, Seed } from './import.ts'
import { fileAt, type ImportFile, sha256Of } from './import-file.ts'
import { inRoot } from './root.ts'

type PendingSeed = Omit<Seed, 'file'> & { file: ImportFile }

export async function startRun(
  db: Db,
  clock: Clock,
  { format, file, source }: ImportOptions,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('import_run')
    .values({
      id,
      format,
      file_name: basename(file.name),
      sha256: await sha256Of(file),
      source: source.name,
      as_of: source.asOf,
      started_at: clock.now(),
    })
    .execute()
  return id
}

export const finishRun = (db: Db, clock: Clock, id: string, counts: Counts) =>
  db
    .updateTable('import_run')
    .set({ finished_at: clock.now(), ...counts })
    .where('id', '=', id)
    .execute()

/** The seeds that are not in as they are now: never taken in, broken off, or their file has changed since. */
export async function pendingSeeds(db: Db, site: Site): Promise<PendingSeed[]> {
  const finished = await db
    .selectFrom('import_run')
    .select(['format', 'sha256'])
    .where('finished_at', 'is not', null)
    .execute()
  const done = new Set(finished.map(({ format, sha256 }) => `${format} ${sha256}`))
  const pending: PendingSeed[] = []
  for (const { format, file: path, source } of site.slot('seeds')) {
    const file = { ...fileAt(inRoot(path)), name: path }
    if (!done.has(`${format} ${await sha256Of(file)}`)) pending.push({ format, file, source })
  }
  return pending
}

/** Whether all that was taken in has been put in order: indexed, counted, weighed. */
export async function isSettled(db: Db): Promise<boolean> {
  const waiting = await db
    .selectFrom('import_run')
    .select('id')
    .where('settled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return waiting === undefined
}

export const markSettled = (db: Db, clock: Clock) =>
  db.updateTable('import_run').set({ settled_at: clock.now() }).where('settled_at', 'is', null).execute()

/** Forgets what a run brought, so that the same rows can come in again once what they wrote was undone. */
export const forgetRun = (trx: Db, runId: string) =>
  trx.deleteFrom('imported_record').where('import_run_id', '=', runId).execute()
