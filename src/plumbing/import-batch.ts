import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database/database.ts'
import type {
  ForeseenRow,
  ImportContext,
  ImportFormat,
  ReportLine,
  RowToWrite,
  WritingContext,
  WrittenRow,
} from './import.ts'

export type KeyedRow = { line: number; row: never; key: string; remarks: string[] }

/** What writing would do with rows of a format that can foresee it. */
export async function foreseeBatch(
  db: Db,
  format: ImportFormat,
  rows: KeyedRow[],
  context: ImportContext,
): Promise<ReportLine[]> {
  const before = await listRecords(db, format, rows)
  const isKnown = ({ key, row }: KeyedRow) => {
    const record = before.get(key)
    return record !== undefined && record.sha256 === hashOf([row, context.source])
  }
  const fresh = rows.filter(row => !isKnown(row))
  const foreseen = await format.foresee!(db, fresh, context)
  const results = new Map(fresh.map((row, at) => [row, foreseen[at]!]))
  return rows.map(keyed => {
    const { line, key, row, remarks } = keyed
    const result: ForeseenRow = results.get(keyed) ?? { outcome: 'unchanged' }
    return 'refusal' in result
      ? { line, key, outcome: 'refused', remarks: [result.refusal, ...remarks], read: row }
      : { line, key, outcome: result.outcome, remarks: [...remarks, ...(result.remarks ?? [])], read: row }
  })
}

async function listRecords(db: Db, { format }: ImportFormat, rows: KeyedRow[]) {
  const records = await db
    .selectFrom('imported_record')
    .select(['key', 'sha256', 'subject_id'])
    .where('format', '=', format)
    .where(
      'key',
      'in',
      rows.map(({ key }) => key),
    )
    .execute()
  return new Map(records.map(record => [record.key, record]))
}

/** Writes those rows of a batch that are new or changed, and remembers them. */
export async function writeBatch(
  trx: Db,
  format: ImportFormat,
  batch: KeyedRow[],
  context: WritingContext,
): Promise<ReportLine[]> {
  const before = await listRecords(trx, format, batch)
  const seen = new Set<string>()
  const lines: ReportLine[] = []
  const fresh: (KeyedRow & { sha256: string; subjectId?: string })[] = []
  for (const { line, row, key, remarks } of batch) {
    const sha256 = hashOf([row, context.source])
    const record = before.get(key)
    const report = { line, key, read: row }
    if (seen.has(key))
      lines.push({ ...report, outcome: 'refused', remarks: [`${key} stands twice in the file`] })
    else if (record?.sha256 === sha256) lines.push({ ...report, outcome: 'unchanged', remarks })
    else fresh.push({ line, row, key, remarks, sha256, subjectId: record?.subject_id })
    seen.add(key)
  }
  if (fresh.length === 0) return lines
  const written = await writeRows(trx, format, fresh, context)
  const taken = fresh.flatMap(({ line, key, row, remarks, sha256, subjectId }, at) => {
    const result = written[at]!
    const report = { line, key, read: row }
    if ('refusal' in result) {
      lines.push({ ...report, outcome: 'refused', remarks: [result.refusal, ...remarks] })
      return []
    }
    const outcome = result.outcome ?? (subjectId ? 'changed' : 'added')
    lines.push({ ...report, outcome, remarks: [...remarks, ...(result.remarks ?? [])] })
    return [
      { format: format.format, key, sha256, subject_id: result.subjectId, import_run_id: context.runId },
    ]
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
  context: WritingContext,
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

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
