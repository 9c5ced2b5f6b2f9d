import type { TableRow } from '#features/contract-reading/index.ts'
import type { AskedColumn, Choices, ColumnField } from './plan-file.ts'

const rowsToLookAt = 40
const columnsAtMost = 60
const cellsToShow = 3
const cellShown = 60

// The first that fits a heading counts, and of two columns that fit alike the one further left.
const headingWords: [ColumnField, RegExp][] = [
  [
    'key',
    /^(?:id|ref(?:erence)?|no\.?|nr\.?|number|#|key|wbs(?: code)?|code|unique id|(?:task|card|item|milestone|issue) (?:id|ref|no\.?|number))$/i,
  ],
  [
    'done_on',
    /^(?:(?:date )?(?:completed|done|closed|delivered|finished)(?: (?:on|date|at))|date (?:completed|done|closed|delivered)|actual(?: (?:finish|end|date|completion))?(?: date)?|completion date|completed date)$/i,
  ],
  [
    'due_on',
    /^(?:due(?: (?:date|on|by))?|deadline|target(?: date)?|by when|when|end(?: date)?|finish(?: date)?|planned(?: (?:date|end|finish))?|baseline(?: (?:date|end|finish))?|date|forecast(?: date)?|delivery date)$/i,
  ],
  [
    'state',
    /^(?:status|state|progress|stage|done\??|complete\??|completed\??|% ?complete|percent complete|rag(?: status)?|list|column|bucket(?: name)?)$/i,
  ],
  [
    'title',
    /^(?:(?:task|milestone|step|card|item|activity|action|deliverable|work item|issue|key)(?: (?:name|title|description))?|milestones?|tasks?|actions?|deliverables?|name|title|what|description|summary|subject)$/i,
  ],
]

const plainHeading = (cell: string) => cell.replace(/[\s\p{Cc}_]+/gu, ' ').trim()

const fieldOf = (heading: string) => headingWords.find(([, words]) => words.test(heading))?.[0]

/** Progress in words goes before the name of a bucket or list, and "Task name" before "Description". */
function fieldsOf(headings: string[], { columns }: Choices): (ColumnField | 'aside')[] {
  const given = headings.map(heading => (Object.hasOwn(columns, heading) ? columns[heading] : undefined))
  const taken = new Set<ColumnField>()
  for (const field of given) if (field && field !== 'aside') taken.add(field)
  return headings.map((heading, at) => {
    if (given[at]) return given[at]
    const field = fieldOf(heading)
    if (!field || taken.has(field)) return 'aside'
    taken.add(field)
    return field
  })
}

const distinct = (headings: string[]) => {
  const seen = new Map<string, number>()
  return headings.map((heading, at) => {
    const name = plainHeading(heading).slice(0, 100) || `column ${at + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times > 1 ? `${name} (${times})` : name
  })
}

export type Headings = { line: number; columns: AskedColumn[] }

const weightOf = (fields: (ColumnField | 'aside')[]) =>
  fields.includes('title') ? fields.filter(field => field !== 'aside').length : 0

/** The row of headings: the one of which most is known, or else the first that is about as wide as the table. */
export function headingsIn(rows: TableRow[], choices: Choices): Headings | undefined {
  const first = rows.slice(0, rowsToLookAt)
  const candidates = first.map(row => {
    const names = distinct(row.cells.slice(0, columnsAtMost))
    return { row, names, fields: fieldsOf(names, choices) }
  })
  const filled = (row: TableRow) => row.cells.filter(cell => cell.trim() !== '').length
  const width = Math.max(0, ...first.map(filled))
  const [best] = candidates.toSorted((a, b) => weightOf(b.fields) - weightOf(a.fields))
  const chosen =
    best && weightOf(best.fields) >= 2
      ? best
      : candidates.find(({ row }) => filled(row) >= Math.max(1, width * 0.6))
  if (!chosen) return undefined
  const { row, names, fields } = chosen
  const below = rows.filter(({ line }) => line > row.line)
  return {
    line: row.line,
    columns: names.map((heading, at) => ({
      heading,
      field: fields[at]!,
      cells: fields[at] === 'aside' ? [] : cellsBelow(below, at),
    })),
  }
}

const cellsBelow = (rows: TableRow[], at: number) =>
  rows
    .map(({ cells }) => plainHeading(cells[at] ?? '').slice(0, cellShown))
    .filter(Boolean)
    .slice(0, cellsToShow)
