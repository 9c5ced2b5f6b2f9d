import { failure } from '#plumbing/failures.ts'
import type { ImportFile } from '#plumbing/import-file.ts'
import { csvTable } from './csv-table.ts'
import { excelTables } from './excel-tables.ts'
import { headOf } from './file-text.ts'
import { findHeadings, type Headings, type HeadingsAt, headingsIn, likelyHeadings } from './find-headings.ts'
import { columnsAtMost, type Mapping } from './map-columns.ts'
import { isBlank, type Table, type TableRow } from './table.ts'

/** A table of contracts with its headings, and the rows that were looked at to tell its columns apart; `at` is its place among all tables. */
export type RegisterTable = { table: Table; at: number; headings: Headings; rows: TableRow[] }

export type RegisterOptions = {
  mapping?: Mapping
  /** Where somebody said that the headings of a table stand. */
  headingsAt?: HeadingsAt
  /** Takes the likeliest row for headings where none is known, for a person to say what they mean. */
  isForLooking?: boolean
}

const rowsToLookAt = 400
const cellAtMost = 4000
const blankAtMost = 20_000

/** The tables of a file: one of CSV, every visible sheet of Excel. What is neither is refused in words. */
export async function tablesOf(file: ImportFile): Promise<Table[]> {
  const head = await headOf(file, 1024)
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04)) return excelTables(file)
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw failure(
      'invalid',
      `${file.name} is an old or locked Excel file: save it as .xlsx without a password, or as CSV.`,
    )
  if (starts(0x25, 0x50, 0x44, 0x46))
    throw failure('invalid', `${file.name} is a PDF: a table in it cannot be read.`)
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(new TextDecoder().decode(head)))
    throw failure('invalid', `${file.name} is a web page: save it as .xlsx or CSV.`)
  return [await csvTable(file)]
}

/** The tables of a register whose headings are known; a Failure when there is none. */
export async function registerTables(
  file: ImportFile,
  { mapping = {}, headingsAt, isForLooking = false }: RegisterOptions = {},
): Promise<RegisterTable[]> {
  const tables = await Promise.all(
    (await tablesOf(file)).map(async (one, at) => {
      const table = bounded(one)
      return { table, at, rows: await firstRows(table, rowsToLookAt) }
    }),
  )
  const withHeadings = (find: (rows: TableRow[], at: number) => Headings | undefined): RegisterTable[] =>
    tables.flatMap(one => {
      const headings = find(one.rows, one.at)
      return headings ? [{ ...one, headings }] : []
    })
  const found = withHeadings(
    (rows, at) =>
      (headingsAt?.table === at && headingsIn(rows, headingsAt.line, mapping)) || findHeadings(rows, mapping),
  )
  if (found.length > 0) return found
  const likely = isForLooking ? withHeadings(rows => likelyHeadings(rows, mapping)) : []
  if (likely.length > 0) return likely
  throw failure('invalid', unknown(file, tables))
}

function unknown({ name }: ImportFile, tables: { rows: TableRow[] }[]): string {
  const seen = tables.flatMap(({ rows }) =>
    (rows.find(({ cells }) => cells.filter(Boolean).length > 1)?.cells ?? []).filter(Boolean),
  )
  const words = seen
    .slice(0, 12)
    .map(heading => `“${heading.slice(0, 60)}”`)
    .join(', ')
  return words
    ? `No line of ${name} looks like the headings of a contract register. It has ${words}. Bring the file in on the site, on the council’s page of contracts: there you can say what each column is.`
    : `${name} holds no table.`
}

/** A table of which no row is wider, no cell longer, and no gap larger than a person would make them. */
const bounded = ({ name, rows }: Table): Table => ({
  name,
  async *rows() {
    let blank = 0
    for await (const row of rows()) {
      const cells = row.cells.slice(0, columnsAtMost).map(cut)
      if (!row.broken && isBlank({ ...row, cells })) blank += 1
      if (blank > blankAtMost) {
        const broken = `is not read from here to the end: there are more than ${blankAtMost} blank rows before it`
        yield { line: row.line, cells: [], broken }
        return
      }
      yield { ...row, cells }
    }
  },
})

const cut = (cell: string) => (cell.length > cellAtMost ? cell.slice(0, cellAtMost) : cell)

/** The first rows of a table. */
async function firstRows(table: Table, count: number): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of table.rows()) {
    rows.push(row)
    if (rows.length === count) break
  }
  return rows
}
