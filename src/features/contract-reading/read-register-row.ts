import type { ReadLine } from '#plumbing/import.ts'
import { type ColumnField, columnFields, type HeadingUnit, unitsOf } from './column-names.ts'
import type { DayOrder } from './find-days.ts'
import { findDays } from './find-days.ts'
import type { ColumnMap } from './map-columns.ts'
import { companyNumber, nameAtMost } from './names-of-bodies.ts'
import type { NamedSupplier, ReadContract } from './read-contract.ts'
import { readDay } from './read-day.ts'
import { readTimes } from './row-times.ts'
import { readValue } from './row-value.ts'
import { plain, saysNothing } from './said-nothing.ts'

/** How the rows of one register are read. */
export type RowReader = {
  columns: ColumnMap
  orders: Partial<Record<ColumnField, DayOrder>>
  units: Partial<Record<ColumnField, HeadingUnit>>
}

type Row = { line: number; cells: string[]; remarks: string[] }

const total = /^(?:grand |sub[- ]?)?totals?\b(?!.*\b(?:care|facilit|waste|solution|managed|service))/i
const personal = /[^\s@]@[^\s@]+\.[a-z]{2,}/i
const rawAtMost = 1000

/** How the rows below the headings are read, by what the headings say and what stands in the first rows. */
export const rowReader = (columns: ColumnMap, rows: string[][]): RowReader => ({
  columns,
  orders: dayOrders(columns, rows),
  units: Object.fromEntries(
    columnFields.flatMap(field => {
      const column = columns.fields[field]
      return column === undefined ? [] : [[field, unitsOf(columns.headings[column]!)]]
    }),
  ),
})

/** Columns with the month first, where their cells prove it: some have no month in the second place and none in the first. */
function dayOrders(columns: ColumnMap, rows: string[][]): RowReader['orders'] {
  const orders: RowReader['orders'] = {}
  for (const field of ['starts', 'ends', 'extendsTo', 'statedOn'] as const) {
    const column = columns.fields[field]
    if (column === undefined) continue
    const pairs = rows.flatMap(cells => {
      const [, one, two] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(cells[column] ?? '') ?? []
      return one ? [[Number(one), Number(two)] as const] : []
    })
    if (pairs.some(([, two]) => two > 12) && !pairs.some(([one]) => one > 12)) orders[field] = 'month first'
  }
  return orders
}

/** Reads one row below the headings, or says why it is no contract. */
export function readRegisterRow(
  { columns, orders, units }: RowReader,
  { line, cells, remarks }: Row,
): ReadLine<ReadContract> {
  const cell = (field: ColumnField) => {
    const column = columns.fields[field]
    return column === undefined ? undefined : cells[column]
  }
  const words = (field: ColumnField) => {
    const text = plain(cell(field) ?? '')
    return saysNothing(text) ? undefined : text
  }
  const raw = rawOf(columns, cells)
  const filled = cells.filter(text => text.trim() !== '')
  const refuse = (refusal: string): ReadLine<ReadContract> => ({ line, refusal, read: raw })
  if (total.test(filled[0]?.trim() ?? '') && !findDays(cell('ends') ?? '').length)
    return refuse('a sum, not a contract')
  const title = words('title') ?? words('description')
  if (filled.length === 1 && columns.headings.length > 2)
    return refuse('a note or a heading between rows, not a contract')
  if (!title) return refuse('does not say what the contract is about')
  const times = readTimes(
    {
      starts: cell('starts'),
      ends: cell('ends'),
      length: cell('length'),
      extension: cell('extension'),
      extendsTo: cell('extendsTo'),
    },
    {
      orders: { starts: orders.starts, ends: orders.ends, extendsTo: orders.extendsTo },
      units: {
        length: units.length?.length,
        extension: units.extension?.length,
        extendsTo: units.extendsTo?.length,
      },
    },
  )
  const value = readValue({ value: cell('value'), annualValue: cell('annualValue') }, units, times)
  const supplier = supplierIn(words('supplier')?.slice(0, nameAtMost), words('company'))
  const saysMore = supplier ?? times.startsOn ?? times.endsOn ?? value.pounds ?? words('reference')
  if (saysMore === undefined && !times.isOpenEnded)
    return refuse('says nothing of supplier, days or value: a note, not a contract')
  const [cpv] = /\b\d{8}\b/.exec(words('cpv') ?? '') ?? []
  const buyer = words('buyer')?.slice(0, nameAtMost)
  const link = words('url')
  const stated = readDay(cell('statedOn') ?? '', { side: 'start', order: orders.statedOn }).day
  const order =
    Object.values(orders).length > 0 ? ['days are taken with the month first, as the column shows'] : []
  const { length: _, remarks: timeRemarks, ...said } = times
  return {
    line,
    row: {
      title,
      description: words('title') ? words('description') : undefined,
      reference: words('reference'),
      ...(buyer && { buyer: { name: buyer, identifiers: [] } }),
      supplier,
      ...said,
      valuePounds: value.pounds,
      cpv,
      procedure: words('procedure'),
      category: words('category'),
      department: words('department'),
      url: link && /^https?:\/\//i.test(link) ? link : undefined,
      statedOn: stated,
      raw,
    },
    remarks: [...remarks, ...timeRemarks.flatMap(notAgain), ...value.remarks, ...order],
  }
}

/** That days have the month first is said once for the column. */
const notAgain = (remark: string) => (remark.endsWith('is taken as month, day, year') ? [] : [remark])

const numberWords =
  /[(,;]?\s?(?:(?:(?:company|co|reg|registered|registration)\b[.:]?\s?)*(?:no|number|crn)\b[.:]*\s?)?\)?\s?$/i

function supplierIn(name: string | undefined, company: string | undefined): NamedSupplier | undefined {
  const [inName] = /\b(?:\d{8}|[A-Z]{2}\d{6})\b/.exec(name ?? '') ?? []
  const number = companyNumber(company) ?? companyNumber(inName)
  if (!name) return undefined
  const bare = inName ? name.replace(inName, '').replace(numberWords, '').trim() : name
  return {
    name: bare || name,
    identifiers: number ? [{ scheme: 'GB-COH', id: number }] : [],
    ...(number && { companiesHouse: number }),
  }
}

/** The row's cells by heading, without the columns and cells that name how to reach a person. */
export function rawOf({ headings, contacts }: ColumnMap, cells: string[]): Record<string, string> {
  const entries = headings.flatMap((heading, at): [string, string][] => {
    const text = cells[at]?.trim() ?? ''
    return text && !contacts.includes(at) && !(text.includes('@') && personal.test(text))
      ? [[heading, text.slice(0, rawAtMost)]]
      : []
  })
  return Object.fromEntries(entries)
}
