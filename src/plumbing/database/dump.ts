import { createWriteStream, renameSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { createTally, linesOf, listTables, prepareTransaction } from './dump-tables.ts'
import { syncFolder } from './embedded-folder.ts'

/** First line of a backup. `migrations` are those of the database it was made from. */
export type BackupHeader = {
  format: 'pipeline-backup'
  version: 1
  madeAt: string
  migrations: { number: number; name: string; sha256: string }[]
}
/** After the header, for each table: where it begins, its rows as JSON arrays, where it ends. Last line: `{"end":true}`. */
export type TableBegins = { table: string; columns: string[] }
export type BackupTotal = { tables: number; rows: number }

type Progress = (table: string, rows: number) => void

async function* dump(trx: Db, madeAt: Date, onTable: Progress, total: BackupTotal): AsyncGenerator<string> {
  await prepareTransaction(trx)
  const migrations = await sql<BackupHeader['migrations'][number]>`
    select number, name, sha256 from migration order by number`.execute(trx)
  const header: BackupHeader = {
    format: 'pipeline-backup',
    version: 1,
    madeAt: madeAt.toISOString(),
    migrations: migrations.rows,
  }
  yield `${JSON.stringify(header)}\n`
  for (const table of await listTables(trx)) {
    const begins: TableBegins = { table: table.name, columns: table.columns.map(({ name }) => name) }
    yield `${JSON.stringify(begins)}\n`
    const tally = createTally()
    for await (const lines of linesOf(trx, table)) {
      tally.add(lines)
      yield `${lines.join('\n')}\n`
    }
    const result = tally.result()
    yield `${JSON.stringify(result)}\n`
    onTable(table.name, result.rows)
    total.tables += 1
    total.rows += result.rows
  }
  yield `${JSON.stringify({ end: true })}\n`
}

/** Writes the whole database to a file that is there complete or not at all. The transaction must not see others' writes. */
export async function writeBackup(
  trx: Db,
  file: string,
  madeAt: Date,
  onTable: Progress = () => {},
): Promise<BackupTotal> {
  const total = { tables: 0, rows: 0 }
  const path = resolve(file)
  const unfinished = `${path}.part`
  await mkdir(dirname(path), { recursive: true })
  try {
    await pipeline(
      dump(trx, madeAt, onTable, total),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    )
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  renameSync(unfinished, path)
  syncFolder(dirname(path))
  return total
}
