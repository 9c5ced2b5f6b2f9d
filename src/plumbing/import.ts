import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Db } from './database/database.ts'
import { failure } from './failures.ts'
import type { Site } from './feature.ts'
import { foreseeBatch, type KeyedRow, writeBatch } from './import-batch.ts'
import { countingBytes, type ImportFile } from './import-file.ts'
import { finishRun, startRun } from './import-runs.ts'

/** A line of a file as read: its row and what was assumed, or why it was refused and what stood there. */
export type ReadLine<Row> =
  | { line: number; row: Row; remarks?: string[] }
  | { line: number; refusal: string; read?: unknown }

/** Where a file came from; every record that it brings keeps it. */
export type Source = { name: string; asOf: string }

/** `subjectId` is set when the row came in before. */
export type RowToWrite<Row> = { line: number; row: Row; subjectId?: string }
/**
 * A row that went in, with what a person should know of it (a name that could not be resolved), or why it did not.
 * `outcome` where the format knows better than by the key whether the record was there.
 */
export type WrittenRow =
  | { subjectId: string; remarks?: string[]; outcome?: 'added' | 'changed' | 'unchanged' }
  | { refusal: string }
/** What writing a row would do. */
export type ForeseenRow =
  | { outcome: 'added' | 'changed' | 'unchanged'; remarks?: string[] }
  | { refusal: string }

export type ImportContext = { source: Source; clock: Clock; actor: Actor }
/** `runId` is the import's own row, for what must be undone with it. */
export type WritingContext = ImportContext & { runId: string }

/** A kind of file that can be taken in. */
export type ImportFormat<Row = unknown> = {
  format: string
  describes: string
  /** `whose` is who the person says that the file speaks for, as typed. Some kinds of file are named for what they hold. */
  read(file: ImportFile, reading: { db: Db; whose?: string }): AsyncIterable<ReadLine<Row>>
  /** The row's own key in the file's world: the same key later is the same record. */
  key(row: Row): string
  /** Writes new and changed rows, one result for each in the same order. */
  write(trx: Db, rows: RowToWrite<Row>[], context: WritingContext): Promise<WrittenRow[]>
  /** What a dry run asks for kinds of file so large that writing and taking back would take minutes. */
  foresee?(db: Db, rows: RowToWrite<Row>[], context: ImportContext): Promise<ForeseenRow[]>
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
/** `read` is the row, or what stood in the line when it was refused. */
export type ReportLine = { line: number; key?: string; outcome: Outcome; remarks: string[]; read?: unknown }
export type Counts = Record<Outcome, number>
/** `rows` are those that were not refused at reading; `percent` is how much of the file was read. */
export type Progress = { rows: number; percent: number }

export type ImportOptions = {
  format: string
  file: ImportFile
  source: Source
  actor: Actor
  whose?: string
  /** Reads and checks, and keeps nothing. */
  dryRun?: boolean
  /** Takes nothing in when one line is refused. */
  allOrNothing?: boolean
  /** Hears of each line once it is safely in, or refused. */
  onLine?(line: ReportLine): void
  /** Hears how far it is, after each commit. */
  onProgress?(progress: Progress): void
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
export async function importFile(db: Db, site: Site, clock: Clock, options: ImportOptions): Promise<Counts> {
  const format = findImportFormat(site, options.format)
  const { source, actor, whose } = options
  const context = { source, clock, actor }
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, refused: 0 }
  let bytes = 0
  const file = countingBytes(options.file, read => {
    bytes = read
  })

  const walk = async (connection: Db, work: (batch: KeyedRow[]) => Promise<ReportLine[]>) => {
    let done = 0
    for await (const batch of inBatches(format.read(file, { db: connection, whose }), rowsAtOnce)) {
      const { refused, rows } = keyed(format, batch)
      const report = [...refused, ...(rows.length > 0 ? await work(rows) : [])].sort(
        (a, b) => a.line - b.line,
      )
      for (const line of report) {
        counts[line.outcome] += 1
        options.onLine?.(line)
      }
      done += rows.length
      options.onProgress?.({ rows: done, percent: Math.floor((100 * bytes) / Math.max(1, file.size)) })
    }
  }

  const takeIn = async (connection: Db, inTransaction: InTransaction) => {
    const runId = await startRun(connection, clock, options)
    await walk(connection, rows => inTransaction(trx => writeBatch(trx, format, rows, { ...context, runId })))
    await finishRun(connection, clock, runId, counts)
  }

  if (options.dryRun && format.foresee) {
    await walk(db, rows => foreseeBatch(db, format, rows, context))
  } else if (options.dryRun || options.allOrNothing) {
    await db
      .transaction()
      .execute(async trx => {
        await takeIn(trx, work => work(trx))
        if (options.dryRun || counts.refused > 0) throw new TakeBack()
      })
      .catch(error => {
        if (!(error instanceof TakeBack)) throw error
      })
  } else {
    await takeIn(db, work => db.transaction().execute(work))
  }
  return counts
}

type InTransaction = (work: (trx: Db) => Promise<ReportLine[]>) => Promise<ReportLine[]>

async function* inBatches<Item>(items: AsyncIterable<Item>, atOnce: number): AsyncIterable<Item[]> {
  let batch: Item[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < atOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function keyed(format: ImportFormat, lines: ReadLine<unknown>[]) {
  const refused: ReportLine[] = []
  const rows: KeyedRow[] = []
  for (const read of lines) {
    const { line } = read
    if ('refusal' in read)
      refused.push({ line, outcome: 'refused', remarks: [read.refusal], read: read.read })
    else if (hasNul(read.row)) refused.push({ line, outcome: 'refused', remarks: ['holds a NUL character'] })
    else rows.push({ line, row: read.row as never, key: format.key(read.row), remarks: read.remarks ?? [] })
  }
  return { refused, rows }
}

const hasNul = (row: unknown) => JSON.stringify(row).includes('\\u0000')
