import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Db } from './database/database.ts'
import { failure } from './failures.ts'
import type { Site } from './feature.ts'
import { newId } from './id.ts'
import { inRoot } from './root.ts'

/** A line of a file as read: its row, or why it was refused. */
export type ReadLine<Row> = { line: number; row: Row } | { line: number; refusal: string }

/** Where a file came from; every record that it brings keeps it. */
export type Source = { name: string; asOf: string }

/** `subjectId` is set when the row came in before. */
export type RowToWrite<Row> = { line: number; row: Row; subjectId?: string }
/** A row that went in, with what a person should know of it (a name that could not be resolved), or why it did not. */
export type WrittenRow = { subjectId: string; remarks?: string[] } | { refusal: string }

export type ImportContext = { source: Source; clock: Clock; actor: Actor }

/** A kind of file that can be taken in. */
export type ImportFormat<Row = unknown> = {
  format: string
  describes: string
  /** `file` is the path as given: some kinds of file are named for what they hold. */
  read(text: string, file: string): ReadLine<Row>[]
  /** The row's own key in the file's world: the same key later is the same record. */
  key(row: Row): string
  /** Writes new and changed rows, one result for each in the same order. */
  write(trx: Db, rows: RowToWrite<Row>[], context: ImportContext): Promise<WrittenRow[]>
}

/** A file that ships with the product. */
export type Seed = { format: string; file: string; source: Source }

declare module './feature.ts' {
  interface Slots {
    imports: ImportFormat
    seeds: Seed
    /** What to put in order once much was taken in, after the reactions. */
    afterImport: { run(db: Db, clock: Clock): Promise<void> }
  }
}

export type Outcome = 'added' | 'changed' | 'unchanged' | 'refused'
export type ReportLine = { line: number; key?: string; outcome: Outcome; remarks: string[] }
export type ImportReport = {
  format: string
  file: string
  dryRun: boolean
  counts: Record<Outcome, number>
  lines: ReportLine[]
}

export type ImportOptions = {
  format: string
  file: string
  text: string
  source: Source
  actor: Actor
  /** Reads, checks and writes, then takes everything back. */
  dryRun?: boolean
  /** Takes nothing in when one line is refused. */
  allOrNothing?: boolean
  /** Hears how many lines are safely in, after each commit. */
  onProgress?(done: number, of: number): void
}

const rowsAtOnce = 100

class TakeBack extends Error {}

function findImportFormat(site: Site, name: string): ImportFormat {
  const formats = site.slot('imports')
  const found = formats.find(({ format }) => format === name)
  if (found) return found
  throw failure(
    'invalid',
    `There is no format “${name}”. There are: ${formats.map(({ format }) => format).join(', ')}.`,
  )
}

/** Takes a file in. Rows are committed a hundred at a time; run again after a break, it goes on where it was. */
export async function importFile(
  db: Db,
  site: Site,
  clock: Clock,
  options: ImportOptions,
): Promise<ImportReport> {
  const format = findImportFormat(site, options.format)
  const read = format.read(options.text, options.file) as ReadLine<never>[]
  const report: ImportReport = {
    format: options.format,
    file: options.file,
    dryRun: options.dryRun ?? false,
    counts: { added: 0, changed: 0, unchanged: 0, refused: 0 },
    lines: [],
  }
  const note = (line: ReportLine) => {
    report.lines.push(line)
    report.counts[line.outcome] += 1
  }
  const rows = read.flatMap(line => {
    const refusal = 'refusal' in line ? line.refusal : hasNul(line.row) ? 'holds a NUL character' : undefined
    if (!refusal && 'row' in line) return [{ line: line.line, row: line.row, key: format.key(line.row) }]
    note({ line: line.line, outcome: 'refused', remarks: [refusal!] })
    return []
  })

  const takeIn = async (connection: Db, eachBatch: (work: (trx: Db) => Promise<void>) => Promise<void>) => {
    const runId = await startRun(connection, clock, options)
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const batch = rows.slice(start, start + rowsAtOnce)
      let lines: ReportLine[] = []
      await eachBatch(async trx => {
        lines = await writeBatch(trx, format, batch, runId, {
          source: options.source,
          clock,
          actor: options.actor,
        })
      })
      for (const line of lines) note(line)
      if (!options.dryRun) options.onProgress?.(Math.min(start + rowsAtOnce, rows.length), rows.length)
    }
    await finishRun(connection, clock, runId, report)
  }

  if (options.dryRun || options.allOrNothing) {
    await db
      .transaction()
      .execute(async trx => {
        await takeIn(trx, work => work(trx))
        if (options.dryRun || report.counts.refused > 0) throw new TakeBack()
      })
      .catch(error => {
        if (!(error instanceof TakeBack)) throw error
      })
  } else {
    await takeIn(db, work => db.transaction().execute(work))
  }
  report.lines.sort((a, b) => a.line - b.line)
  return report
}

type KeyedRow = { line: number; row: never; key: string }

async function writeBatch(
  trx: Db,
  format: ImportFormat,
  batch: KeyedRow[],
  runId: string,
  context: ImportContext,
): Promise<ReportLine[]> {
  const known = await trx
    .selectFrom('imported_record')
    .select(['key', 'sha256', 'subject_id'])
    .where('format', '=', format.format)
    .where(
      'key',
      'in',
      batch.map(({ key }) => key),
    )
    .execute()
  const before = new Map(known.map(record => [record.key, record]))
  const seen = new Set<string>()
  const lines: ReportLine[] = []
  const fresh: (KeyedRow & { sha256: string; subjectId?: string })[] = []
  for (const { line, row, key } of batch) {
    const sha256 = hashOf([row, context.source])
    const record = before.get(key)
    if (seen.has(key))
      lines.push({ line, key, outcome: 'refused', remarks: [`${key} stands twice in the file`] })
    else if (record?.sha256 === sha256) lines.push({ line, key, outcome: 'unchanged', remarks: [] })
    else fresh.push({ line, row, key, sha256, subjectId: record?.subject_id })
    seen.add(key)
  }
  if (fresh.length === 0) return lines
  const written = await writeRows(trx, format, fresh, context)
  const taken = fresh.flatMap(({ line, key, sha256, subjectId }, at) => {
    const result = written[at]!
    if ('refusal' in result) {
      lines.push({ line, key, outcome: 'refused', remarks: [result.refusal] })
      return []
    }
    lines.push({ line, key, outcome: subjectId ? 'changed' : 'added', remarks: result.remarks ?? [] })
    return [{ format: format.format, key, sha256, subject_id: result.subjectId, import_run_id: runId }]
  })
  if (taken.length > 0) {
    await trx
      .insertInto('imported_record')
      .values(taken)
      .onConflict(conflict =>
        conflict.columns(['format', 'key']).doUpdateSet(({ ref }) => ({
          sha256: ref('excluded.sha256'),
          subject_id: ref('excluded.subject_id'),
          import_run_id: ref('excluded.import_run_id'),
        })),
      )
      .execute()
  }
  return lines
}

/** PostgreSQL's classes of what is wrong with the data: out of range, against a constraint, too large. */
const isWrongData = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^(22|23|54)\w{3}$/.test(String(error.code))

/** Writes rows so that one which the database does not take is refused by itself, the others going in. */
async function writeRows(
  trx: Db,
  format: ImportFormat,
  rows: RowToWrite<never>[],
  context: ImportContext,
): Promise<WrittenRow[]> {
  await sql`savepoint rows_to_write`.execute(trx)
  try {
    const written = await format.write(trx, rows, context)
    await sql`release savepoint rows_to_write`.execute(trx)
    return written
  } catch (error) {
    if (!isWrongData(error)) throw error
    await sql`rollback to savepoint rows_to_write`.execute(trx)
    await sql`release savepoint rows_to_write`.execute(trx)
    if (rows.length === 1) return [{ refusal: `cannot be stored: ${error.message}` }]
    const half = Math.ceil(rows.length / 2)
    const first = await writeRows(trx, format, rows.slice(0, half), context)
    return [...first, ...(await writeRows(trx, format, rows.slice(half), context))]
  }
}

const hasNul = (row: unknown) => JSON.stringify(row).includes('\\u0000')

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

async function startRun(
  db: Db,
  clock: Clock,
  { format, file, text, source }: ImportOptions,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('import_run')
    .values({
      id,
      format,
      file_name: basename(file),
      sha256: hashOf(text),
      source: source.name,
      as_of: source.asOf,
      started_at: clock.now(),
    })
    .execute()
  return id
}

const finishRun = (db: Db, clock: Clock, id: string, { counts }: ImportReport) =>
  db
    .updateTable('import_run')
    .set({ finished_at: clock.now(), ...counts })
    .where('id', '=', id)
    .execute()

/** The seeds that are not in as they are now: never taken in, broken off, or their file has changed since. */
export async function pendingSeeds(db: Db, site: Site): Promise<(Seed & { text: string })[]> {
  const finished = await db
    .selectFrom('import_run')
    .select(['format', 'sha256'])
    .where('finished_at', 'is not', null)
    .execute()
  const done = new Set(finished.map(({ format, sha256 }) => `${format} ${sha256}`))
  return site
    .slot('seeds')
    .map(seed => ({ ...seed, text: readFileSync(inRoot(seed.file), 'utf8') }))
    .filter(({ format, text }) => !done.has(`${format} ${hashOf(text)}`))
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
