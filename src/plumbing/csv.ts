import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { z } from 'zod'
import { failure } from './failures.ts'
import type { ReadLine } from './import.ts'
import { type ImportFile, textOf } from './import-file.ts'

type Parsed = { record: Record<string, string>; info: { lines: number } }

/** The longest row, in characters: where a quote is not closed, the rest of the file would be one cell. */
export const cellsAtMost = 1024 * 1024

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
export async function* readCsv<Row>(
  file: ImportFile,
  shape: z.ZodType<Row, unknown>,
  columns: string[],
): AsyncIterable<ReadLine<Row>> {
  let isHeaderChecked = false
  const checkHeader = (header: string[]) => {
    isHeaderChecked = true
    const missing = columns.filter(column => !header.includes(column))
    if (missing.length > 0) throw failure('invalid', `The file lacks the column ${missing.join(', ')}.`)
    return header
  }
  const parser = parse({
    columns: checkHeader,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: cellsAtMost,
  })
  pipeline(Readable.from(textOf(file)), parser, () => {})
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const read = shape.safeParse(record)
      yield read.success
        ? { line: info.lines, row: read.data }
        : { line: info.lines, read: record, refusal: refusalOf(read.error) }
    }
  } catch (error) {
    if (error instanceof CsvError) throw failure('invalid', `The file is not CSV: ${error.message}.`)
    throw error
  }
  if (!isHeaderChecked) checkHeader([])
}

const refusalOf = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')

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
