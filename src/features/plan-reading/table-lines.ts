import { readDay, type TableRow } from '#features/contract-reading/index.ts'
import { plainTitle } from './plain-title.ts'
import type { Headings } from './plan-columns.ts'
import type { ColumnField, PlanLine, Said } from './plan-file.ts'
import { readState } from './state-words.ts'

type Reading = { lines: PlanLine[]; dropped: number }

/** The lines below the headings of a table; a line that says nothing is none. */
export function linesBelow(
  rows: TableRow[],
  { line: headingsLine, columns }: Headings,
  today: string,
): Reading {
  const at = (field: ColumnField) => columns.findIndex(column => column.field === field)
  const places = {
    title: at('title'),
    due_on: at('due_on'),
    state: at('state'),
    done_on: at('done_on'),
    key: at('key'),
  }
  const reading: Reading = { lines: [], dropped: 0 }
  const seen = new Map<string, number>()
  for (const { line, cells, broken } of rows) {
    if (line <= headingsLine) continue
    if (broken) {
      reading.lines.push({ line, title: null, refusal: broken })
      continue
    }
    if (cells.every(cell => cell.trim() === '')) continue
    const read = readLine({ line, cells: (field: ColumnField) => cells[places[field]]?.trim() ?? '' }, today)
    if (read === 'dropped') reading.dropped += 1
    else reading.lines.push(firstOf(read, seen))
  }
  return reading
}

/** A line with the number of one before it says it twice. */
function firstOf(line: PlanLine, seen: Map<string, number>): PlanLine {
  if ('refusal' in line) return line
  const before = seen.get(line.key)
  seen.set(line.key, before ?? line.line)
  return before === undefined
    ? line
    : { line: line.line, title: line.said.title, refusal: `says the same as line ${before}` }
}

type Cells = { line: number; cells(field: ColumnField): string }

function readLine({ line, cells }: Cells, today: string): PlanLine | 'dropped' {
  const state = readState(cells('state'))
  if (state === 'dropped') return 'dropped'
  const { title, remarks } = plainTitle(cells('title'))
  const refuse = (refusal: string): PlanLine => ({ line, title: title || null, refusal })
  if (!title) return refuse('does not say what is to be done')
  const due = dayIn(cells('due_on'))
  if (due.refusal) return refuse(due.refusal)
  const done = dayIn(cells('done_on'))
  if (done.refusal) return refuse(done.refusal)
  const isToCome = done.day !== null && done.day > today
  const said: Said = {
    title,
    due_on: due.day,
    is_done: (state === 'done' || done.day !== null) && !isToCome,
    done_on: isToCome ? null : done.day,
  }
  const key = cells('key').slice(0, 200)
  return {
    line,
    key: key ? `id:${key}` : `title:${title.toLowerCase()}`,
    said,
    remarks: [
      ...remarks,
      ...due.remarks,
      ...done.remarks,
      ...(isToCome ? ['it says a day to come on which it was done: taken as to do'] : []),
      ...(state === 'unknown' ? [`“${cells('state').slice(0, 60)}” is taken as to do`] : []),
    ],
  }
}

function dayIn(cell: string): { day: string | null; remarks: string[]; refusal?: string } {
  const { day, until, isOpenEnded, length, remarks, isUnderstood } = readDay(cell, { side: 'end' })
  const found = until ?? day ?? null
  if (found && (found < '2000-01-01' || found > '2099-12-31'))
    return { day: null, remarks: [], refusal: `${found} is no day that people plan for` }
  if (!isUnderstood || (found === null && (isOpenEnded || length)))
    return {
      day: null,
      remarks: [],
      refusal: remarks[0] ?? `“${cell.slice(0, 60)}” is no day that can be read`,
    }
  return { day: found, remarks }
}
