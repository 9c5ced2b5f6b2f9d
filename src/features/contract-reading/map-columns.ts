import { type ColumnField, type ColumnMeaning, columnFields, meaningsOf } from './column-names.ts'
import { readDay } from './read-day.ts'
import { readMoney } from './read-money.ts'
import { saysNothing } from './said-nothing.ts'

/** How the columns of a register were told apart. Columns are counted from 0. */
export type ColumnMap = {
  headings: string[]
  fields: Partial<Record<ColumnField, number>>
  /** Columns that name people: they are not kept. */
  contacts: number[]
  /** Fields for which another column would do as well, with all their headings, the one taken first. */
  ambiguous: { field: ColumnField; headings: string[] }[]
  /** How much was recognised: for choosing the line of headings. */
  weight: number
}

/** Which heading says what, as a person said it or as it was remembered: this goes before everything else. */
export type Mapping = Record<string, ColumnField | 'aside'>

type Candidate = { field: ColumnMeaning; column: number; weight: number }

const dayFields = new Set<ColumnMeaning>(['starts', 'ends', 'extendsTo', 'statedOn'])
const moneyFields = new Set<ColumnMeaning>(['value', 'annualValue'])
const wordFields = new Set<ColumnMeaning>(['title', 'description', 'supplier', 'department'])
const isField = (meaning: ColumnMeaning): meaning is ColumnField =>
  columnFields.includes(meaning as ColumnField)

/** Which part of the cells in a column are days, amounts, or numbers; 1 where all of them are. */
type Content = { days: number; money: number; filled: number }

const cellsAtMost = 60
const cellsInAll = 6000
/** What stands in columns after these is not looked at. */
export const columnsAtMost = 500

function contentOf(rows: string[][], column: number, columns: number): Content {
  const cells = rows.map(cells => cells[column]?.trim() ?? '').filter(cell => cell && !saysNothing(cell))
  const looked = cells.slice(0, Math.min(cellsAtMost, Math.ceil(cellsInAll / columns)))
  const share = (is: (cell: string) => boolean) =>
    looked.length === 0 ? 0 : looked.filter(is).length / looked.length
  return {
    days: share(cell => {
      const { day, isOpenEnded, length } = readDay(cell, { side: 'end' })
      return Boolean(day || isOpenEnded || length)
    }),
    money: share(cell => readMoney(cell).pounds !== undefined),
    filled: cells.length,
  }
}

function fits(field: ColumnMeaning, { days, money, filled }: Content): number {
  if (filled === 0) return 0.9
  if (dayFields.has(field)) return days >= 0.4 ? 1 : 0.2
  if (moneyFields.has(field)) return money >= 0.3 ? 1 : 0.3
  if (wordFields.has(field)) return days > 0.8 || money > 0.8 ? 0.3 : 1
  return 1
}

/** Tells the columns apart by their headings and by what stands below them. */
export function mapColumns(headings: string[], rows: string[][] = [], mapping: Mapping = {}): ColumnMap {
  const names = distinct(headings)
  const contents = names.map((_, column) => contentOf(rows, column, names.length))
  const given = names.flatMap((name, column) =>
    Object.hasOwn(mapping, name) ? [{ field: mapping[name]!, column, weight: 100 }] : [],
  )
  const isGiven = (column: number) => given.some(one => one.column === column)
  const candidates: Candidate[] = names.flatMap((name, column) =>
    isGiven(column)
      ? []
      : [...meaningsOf(name)].map(([field, weight]) => ({
          field,
          column,
          weight: weight * (rows.length > 0 ? fits(field, contents[column]!) : 1),
        })),
  )
  const taken = assign([...given, ...candidates], contents)
  const fields: ColumnMap['fields'] = {}
  for (const { field, column } of taken) if (isField(field)) fields[field] = column
  addByContent(fields, taken, contents, names)
  return {
    headings: names,
    fields,
    contacts: taken.filter(({ field }) => field === 'contact').map(({ column }) => column),
    ambiguous: ambiguous(taken, candidates, names),
    weight: taken.reduce((sum, { field, weight }) => sum + (isField(field) && weight >= 4 ? weight : 0), 0),
  }
}

function assign(candidates: Candidate[], contents: Content[]): Candidate[] {
  const taken: Candidate[] = []
  const columns = new Set<number>()
  const fields = new Set<ColumnMeaning>()
  const sorted = candidates.toSorted(
    (a, b) =>
      b.weight - a.weight || contents[b.column]!.filled - contents[a.column]!.filled || a.column - b.column,
  )
  for (const one of sorted) {
    const isFieldTaken = isField(one.field) && fields.has(one.field)
    if (columns.has(one.column) || isFieldTaken || one.weight < 2) continue
    taken.push(one)
    columns.add(one.column)
    fields.add(one.field)
  }
  return taken
}

function ambiguous(taken: Candidate[], candidates: Candidate[], names: string[]): ColumnMap['ambiguous'] {
  return taken.flatMap(({ field, column, weight }) => {
    const others = candidates.filter(
      other =>
        other.field === field &&
        other.column !== column &&
        other.weight >= weight &&
        !taken.some(one => one.column === other.column && one.weight > other.weight),
    )
    return isField(field) && others.length > 0
      ? [{ field, headings: [column, ...others.map(({ column }) => column)].map(at => names[at]!) }]
      : []
  })
}

/** Columns whose headings say nothing that we know, by what stands in them. */
function addByContent(fields: ColumnMap['fields'], taken: Candidate[], contents: Content[], names: string[]) {
  const free = names.flatMap((_, column) =>
    taken.some(one => one.column === column) || contents[column]!.filled < 2 ? [] : [column],
  )
  const days = free.filter(column => contents[column]!.days >= 0.8 && contents[column]!.money < 0.5)
  if (fields.starts === undefined && fields.ends === undefined && days.length === 2)
    [fields.starts, fields.ends] = days
  else if (fields.ends === undefined && fields.length === undefined && days.length === 1)
    fields.ends = days[0]
  const sums = free.filter(column => contents[column]!.money >= 0.8 && contents[column]!.days < 0.5)
  if (fields.value === undefined && fields.annualValue === undefined && sums.length === 1)
    fields.value = sums[0]
}

/** Headings with a number where the same stands twice, and a name for those without. */
function distinct(headings: string[]): string[] {
  const seen = new Map<string, number>()
  return headings.map((heading, at) => {
    const name =
      heading
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .toWellFormed() || `column ${at + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times > 1 ? `${name} (${times})` : name
  })
}
