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

function candidate(cells: string[], last: TableRow, mapping: Mapping): Candidate {
  const { weight, fields } = mapColumns(cells, [], mapping)
  const hasMatter =
    fields.title !== undefined || fields.description !== undefined || fields.supplier !== undefined
  const isHeading = !looksLikeContract(cells) && hasMatter && Object.keys(fields).length >= 2
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
