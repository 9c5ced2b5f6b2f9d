import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'
import { cellsAtMost } from '#plumbing/csv.ts'
import type { ImportFile } from '#plumbing/import-file.ts'
import { encodingOf, headOf, textIn } from './file-text.ts'
import type { Table, TableRow } from './table.ts'

const delimiters = [',', ';', '\t', '|']
const excelHint = /^sep=(.)\r?\n/i
const recordEnds = ['\r\n', '\n', '\r']
const headAtMost = 256 * 1024
const linesToLookAt = 100
const pieceAtMost = 16 * 1024

const parsing = (delimiter: string, quote: '"' | null) => ({
  bom: true,
  delimiter,
  quote,
  info: true as const,
  record_delimiter: recordEnds,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: cellsAtMost,
})

/** The table of a text file: CSV with commas, semicolons, tabs or bars. */
export async function csvTable(file: ImportFile): Promise<Table> {
  const encoding = await encodingOf(file)
  const text = new TextDecoder(encoding).decode(await headOf(file, headAtMost))
  // The last line of what is looked at may be cut off, unless it is all there is.
  const isWhole = file.size <= headAtMost
  const head = isWhole ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
  const hint = excelHint.exec(head)?.[1]
  const delimiter = hint ?? delimiterOf(head)
  return { name: null, rows: () => csvRows(file, encoding, delimiter) }
}

/** The delimiter that cuts most lines into the same number of cells, and into most cells. */
export function delimiterOf(head: string): string {
  const weights = delimiters.map(delimiter => {
    const counts = new Map<number, number>()
    for (const { record } of recordsOf(head, delimiter)) {
      const cells = record.length
      if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1)
    }
    return Math.max(0, ...[...counts].map(([cells, lines]) => lines * Math.log2(cells)))
  })
  return delimiters[weights.indexOf(Math.max(...weights))]!
}

function recordsOf(head: string, delimiter: string): { record: string[] }[] {
  try {
    return parseWhole(head, {
      ...parsing(delimiter, '"'),
      skip_records_with_error: true,
      to: linesToLookAt,
    }) as never
  } catch {
    return []
  }
}

type Parsed = { record: string[]; info: { lines: number; bytes: number } }

async function* csvRows(
  file: ImportFile,
  encoding: Awaited<ReturnType<typeof encodingOf>>,
  delimiter: string,
): AsyncIterable<TableRow> {
  const parser = parse({ ...parsing(delimiter, '"'), skip_records_with_error: true })
  // An error would take with it the rows that were read before it and not yet asked for.
  let skipped: CsvError | undefined
  parser.on('skip', error => {
    skipped ??= error
  })
  pipeline(Readable.from(inPieces(textIn(file, encoding))), parser, () => {})
  let last = 0
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    last = info.lines
    yield { line: info.lines, cells: record }
  }
  if (skipped)
    yield { line: last + 1, cells: [], broken: `cannot be read: ${reasons[skipped.code] ?? skipped.message}` }
}

/** The parser reads a piece to its end even when nobody asks for more rows. */
async function* inPieces(text: AsyncIterable<string>): AsyncIterable<string> {
  for await (const long of text)
    for (let at = 0; at < long.length; at += pieceAtMost) yield long.slice(at, at + pieceAtMost)
}

const reasons: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed, so that the rest is one cell',
  CSV_MAX_RECORD_SIZE: 'a quote is opened and not closed within a million characters',
}
