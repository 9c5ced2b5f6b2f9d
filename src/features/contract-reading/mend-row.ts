import type { ColumnField } from './column-names.ts'
import type { ColumnMap } from './map-columns.ts'
import { readDay } from './read-day.ts'
import { readMoney } from './read-money.ts'

export type Mended = { cells: string[]; remarks: string[] } | { refusal: string }

const commasAtMost = 4
const dayFields: ColumnField[] = ['starts', 'ends', 'extendsTo']
const moneyFields: ColumnField[] = ['value', 'annualValue']

/** Cells beyond the headings come of commas without quotes: they are put together again where only one way makes sense. */
export function mendRow(columns: ColumnMap, cells: string[]): Mended {
  const width = columns.headings.length
  const lastFilled = cells.findLastIndex(cell => cell.trim() !== '')
  const extra = lastFilled + 1 - width
  if (extra <= 0) return { cells: cells.slice(0, width), remarks: [] }
  if (extra > commasAtMost) return { refusal: `has ${extra} cells more than there are headings` }
  const used = cells.slice(0, lastFilled + 1)
  const ways = columns.headings.flatMap((heading, at) => {
    const isSum = moneyFields.some(field => columns.fields[field] === at)
    const together = used
      .slice(at, at + extra + 1)
      .join(isSum ? ',' : ', ')
      .replace(/, {2,}/g, ', ')
    const mended = [...used.slice(0, at), together, ...used.slice(at + extra + 1)]
    const isProse = used.slice(at + 1, at + extra + 1).every(cell => cell.startsWith(' '))
    return fits(columns, mended, at) ? [{ heading, cells: mended, isProse }] : []
  })
  // In running words a space follows the comma; between cells seldom.
  const likely = ways.filter(({ isProse }) => isProse)
  const [only, ...others] = likely.length > 0 ? likely : ways
  if (only && others.length === 0)
    return { cells: only.cells, remarks: [`a comma without quotes in “${only.heading}” was put right`] }
  return {
    refusal: `has ${extra === 1 ? 'a cell' : `${extra} cells`} more than there are headings: a comma without quotes${
      only ? `, in ${ways.map(({ heading }) => `“${heading}”`).join(' or ')}` : ''
    }`,
  }
}

/** Days stand where days belong, amounts where amounts do, and words where neither does. */
function fits({ fields }: ColumnMap, cells: string[], mendedAt: number): boolean {
  const areDays = dayFields.every(field => {
    const cell = fields[field] === undefined ? undefined : cells[fields[field]]
    return cell === undefined || (mendedAt !== fields[field] && readDay(cell, { side: 'end' }).isUnderstood)
  })
  const areSums = moneyFields.every(field => {
    const cell = fields[field] === undefined ? undefined : cells[fields[field]]
    return cell === undefined || readMoney(cell).isUnderstood
  })
  const wordsAt = (['title', 'description', 'supplier', 'department'] as const).map(field => fields[field])
  const areWords = wordsAt.every(at => at === undefined || !isFigure(cells[at] ?? ''))
  const isPlausible = wordsAt.includes(mendedAt) || moneyFields.some(field => fields[field] === mendedAt)
  return areDays && areSums && areWords && isPlausible
}

const isFigure = (cell: string) => /^[£\d.,\s/-]+$/.test(cell) && /\d/.test(cell)
