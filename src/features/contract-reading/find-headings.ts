import { type ColumnMap, type Mapping, mapColumns } from './map-columns.ts'
import { readDay } from './read-day.ts'
import { isBlank, type TableRow } from './table.ts'

const linesAtMost = 40
const leastWeight = 18

export type Headings = {
  columns: ColumnMap /** The last line of the headings. */
  line: number
  cells: string[]
}

/** A row that somebody said holds the headings: the table, counted from 0, and its line. */
export type HeadingsAt = { table: number; line: number }

type Candidate = { cells: string[]; last: TableRow; weight: number }

/** Finds the line, or two lines, of headings among titles and notes. Undefined when no line looks like headings. */
export function findHeadings(rows: TableRow[], mapping: Mapping = {}): Headings | undefined {
  const filled = rows.filter(row => !isBlank(row))
  const candidates = filled.slice(0, linesAtMost).flatMap((row, at): Candidate[] => {
    const below = filled[at + 1]
    const single = candidate(row.cells, row, mapping)
    if (!below || below.line - row.line > 2 || looksLikeContract(below.cells)) return [single]
    return [single, candidate(joined(row.cells, below.cells), below, mapping)]
  })
  const [best] = candidates.toSorted((a, b) => b.weight - a.weight)
  if (!best || best.weight < leastWeight) return undefined
  const under = filled.filter(({ line }) => line > best.last.line).map(({ cells }) => cells)
  return { columns: mapColumns(best.cells, under, mapping), line: best.last.line, cells: best.cells }
}

/** The headings where somebody said that they stand. */
export const headingsIn = (rows: TableRow[], line: number, mapping: Mapping = {}): Headings | undefined => {
  const row = rows.find(one => one.line === line && !isBlank(one))
  return row && headingsOf(rows, row, mapping)
}

/** The row that is most like headings where none is known: the first that is about as wide as the table. */
export function likelyHeadings(rows: TableRow[], mapping: Mapping = {}): Headings | undefined {
  const first = rows.slice(0, linesAtMost)
  const width = Math.max(0, ...first.map(filledIn))
  const row = width > 1 && first.find(one => filledIn(one) >= Math.max(2, width * 0.6))
  return row ? headingsOf(rows, row, mapping) : undefined
}

const filledIn = ({ cells }: TableRow) => cells.filter(cell => cell.trim() !== '').length

function headingsOf(rows: TableRow[], { line, cells }: TableRow, mapping: Mapping): Headings {
  const under = rows.filter(row => row.line > line && !isBlank(row)).map(row => row.cells)
  return { columns: mapColumns(cells, under, mapping), line, cells }
}

function candidate(cells: string[], last: TableRow, mapping: Mapping): Candidate {
  const { weight, fields, headings } = mapColumns(cells, [], mapping)
  const isKnown = headings.filter(heading => Object.hasOwn(mapping, heading)).length >= 2
  const hasMatter =
    fields.title !== undefined || fields.description !== undefined || fields.supplier !== undefined
  const isHeading = hasMatter && Object.keys(fields).length >= 2 && (isKnown || !looksLikeContract(cells))
  return { cells, last, weight: isHeading ? weight : 0 }
}

const looksLikeContract = (cells: string[]) =>
  cells.filter(
    cell => /\d/.test(cell) && (readDay(cell, { side: 'end' }).day || /^[£\d,.\s]+$/.test(cell.trim())),
  ).length > 0

/** Headings over two lines: a cell above goes on to the right over empty ones, as a merged cell does. */
function joined(above: string[], below: string[]): string[] {
  let group = ''
  return Array.from({ length: Math.max(above.length, below.length) }, (_, at) => {
    const own = above[at]?.trim() ?? ''
    const under = below[at]?.trim() ?? ''
    if (own) group = own
    return `${own || (under ? group : '')} ${under}`.trim()
  })
}
