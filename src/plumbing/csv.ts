import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { failure } from './failures.ts'
import type { ReadLine } from './import.ts'

type Fields = Record<string, string>
type Parsed = { record: Fields; info: { lines: number } }

/** A cell that may be empty, as null. */
export const optionalText = z.string().transform(text => text.trim() || null)
export const requiredText = z.string().trim().min(1, 'is empty')
/** A number, or null for an empty cell. */
export const optionalNumber = z
  .string()
  .trim()
  .refine(text => text === '' || Number.isFinite(Number(text)), 'is not a number')
  .transform(text => (text === '' ? null : Number(text)))
/** Cells that hold several values between bars. */
export const barList = z.string().transform(text =>
  text
    .split('|')
    .map(part => part.trim())
    .filter(Boolean),
)

/**
 * Reads CSV with a header line (UTF-8, with or without byte order mark) row by row. A row that does not fit the shape becomes a
 * refusal with its line number; a file without the needed columns is a Failure.
 */
export function readCsv<Row>(
  text: string,
  shape: z.ZodType<Row, unknown>,
  columns: string[],
): ReadLine<Row>[] {
  const { header, records } = parseCsv(text)
  const missing = columns.filter(column => !header.includes(column))
  if (missing.length > 0) throw failure('invalid', `The file lacks the column ${missing.join(', ')}.`)
  return records.map(({ record, info }) => {
    const read = shape.safeParse(record)
    return read.success
      ? { line: info.lines, row: read.data }
      : {
          line: info.lines,
          refusal: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
        }
  })
}

function parseCsv(text: string): { header: string[]; records: Parsed[] } {
  let header: string[] = []
  const columns = (names: string[]) => {
    header = names
    return names
  }
  try {
    const records = parse(text, {
      columns,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[]
    return { header, records }
  } catch (error) {
    if (error instanceof CsvError) throw failure('invalid', `The file is not CSV: ${error.message}.`)
    throw error
  }
}

const dangerous = /^[=+\-@＝＋－＠\t\r\n]/

type Cell = string | number | null | undefined

/** Rows as CSV. Cells that a spreadsheet would take for a formula are led by an apostrophe. */
export function csvLines(rows: Cell[][]): string {
  const cell = (value: Cell) => {
    const text = value === null || value === undefined ? '' : String(value)
    const safe = typeof value === 'string' && dangerous.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

export const writeCsv = (columns: string[], rows: Cell[][]): string => csvLines([columns, ...rows])
