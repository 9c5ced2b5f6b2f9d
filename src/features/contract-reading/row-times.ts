import { isWithinReach } from './calendar.ts'
import type { HeadingUnit } from './column-names.ts'
import { findDays } from './find-days.ts'
import type { ReadContract } from './read-contract.ts'
import { type DayContext, readDay, type SaidDay } from './read-day.ts'
import { lastDayAfter, laterBy, readExtension, readLength, type SaidLength } from './read-length.ts'
import { plain, quoted, saysNothing } from './said-nothing.ts'

/** The cells of a row that say when; undefined where there is no such column. */
export type TimeCells = Partial<Record<'starts' | 'ends' | 'length' | 'extension' | 'extendsTo', string>>
export type TimeContext = {
  orders: Partial<Record<'starts' | 'ends' | 'extendsTo', DayContext['order']>>
  units: Partial<Record<'length' | 'extension' | 'extendsTo', HeadingUnit['length']>>
}

export type Times = Pick<ReadContract, 'startsOn' | 'endsOn' | 'isOpenEnded' | 'extendsTo' | 'extension'> & {
  /** What is sure of how long it lasts, where it was said. */
  length?: SaidLength
  remarks: string[]
}

const nothing: SaidDay = { remarks: [], isUnderstood: true }
const ending = /^(?:un)?till?\b|^(?:up )?to\b|^(?:ends?|ending|expires?|expiring)\b/i
const none = /^(?:no(?:ne)?\b(?! (?:end|fixed)).*|n\/?a|0|nil|not applicable)$/i

/** When a contract runs, from all cells that say something of it. A length counts from the start. */
export function readTimes(cells: TimeCells, { orders, units }: TimeContext): Times {
  const remarks: string[] = []
  const hear = (label: string, said: SaidDay) => {
    remarks.push(...said.remarks.map(remark => `${label}: ${remark}`))
    return said
  }
  const start = hear('start', dayIn(cells.starts, { side: 'start', order: orders.starts }))
  const end = hear('end', dayIn(cells.ends, { side: 'end', order: orders.ends }))
  const period = hear('length', lengthIn(cells.length, units.length))
  const startsOn = start.day ?? (end.until ? end.day : undefined) ?? period.day
  const length = end.length ?? period.length
  const isOpenEnded = Boolean(end.isOpenEnded || (!end.day && (period.isOpenEnded || start.isOpenEnded)))
  let endsOn = isOpenEnded ? undefined : (end.until ?? end.day ?? start.until ?? period.until)
  if (!endsOn && !isOpenEnded && startsOn && length) {
    endsOn = lastDayAfter(startsOn, length.firm)
    const words = quoted(plain((end.length ? cells.ends : cells.length) ?? ''))
    remarks.push(endsOn ? `end: counted from the start and ${words}` : `end: ${words} is out of reach`)
  }
  if (startsOn && endsOn && endsOn < startsOn) remarks.push('ends before it starts')
  const extended = readExtensions(cells, { orders, units }, { startsOn, endsOn, end, length })
  return { startsOn, endsOn, isOpenEnded, length, ...extended, remarks: [...remarks, ...extended.remarks] }
}

const dayIn = (cell: string | undefined, context: DayContext) => (cell ? readDay(cell, context) : nothing)

function lengthIn(cell: string | undefined, unit: HeadingUnit['length']): SaidDay {
  if (!cell) return nothing
  const text = plain(cell)
  if (saysNothing(text)) return nothing
  const [first] = findDays(text)
  if (first) {
    const said = readDay(cell, { side: 'end' })
    if (said.day && ending.test(text)) return { ...said, day: undefined, until: said.day }
    return said.until || said.isOpenEnded ? said : nothing
  }
  const length = readLength(text, unit)
  return length ? { length, remarks: [], isUnderstood: true } : readDay(cell, { side: 'end' })
}

type Known = Pick<Times, 'startsOn' | 'endsOn' | 'length'> & { end: SaidDay }

function readExtensions(
  cells: TimeCells,
  { orders, units }: TimeContext,
  { startsOn, endsOn, end, length }: Known,
): Pick<Times, 'extendsTo' | 'extension' | 'remarks'> {
  const said = [cells.extension, end.extension]
    .map(text => plain(text ?? ''))
    .filter(text => text && !none.test(text))
  const remarks: string[] = []
  const add = (text: string, unit?: HeadingUnit['length']) => {
    const [day] = findDays(text, orders.extendsTo).slice(-1)
    if (day) return isWithinReach(day.last) ? day.last : undefined
    const more = readExtension(text, unit)
    return more && endsOn ? laterBy(endsOn, more) : undefined
  }
  const latest = dayIn(cells.extendsTo, { side: 'end', order: orders.extendsTo })
  const inLength = length?.extension && endsOn ? extendedByLength(startsOn, endsOn, length) : undefined
  const days = [
    latest.until ??
      latest.day ??
      (cells.extendsTo ? add(plain(cells.extendsTo), units.extendsTo) : undefined),
    cells.extension ? add(plain(cells.extension), units.extension) : undefined,
    end.extendsTo,
    end.extension ? add(end.extension) : undefined,
    inLength,
  ]
  const extendsTo = days.find(day => day !== undefined)
  if (cells.extendsTo && !extendsTo && !saysNothing(plain(cells.extendsTo))) said.push(plain(cells.extendsTo))
  const isLater = extendsTo !== undefined && (endsOn === undefined || extendsTo > endsOn)
  if (extendsTo && endsOn && extendsTo < endsOn)
    remarks.push(`extension: ${extendsTo} is before the end; it is left aside`)
  const extension = said[0] ?? (length?.extension ? plain(cells.length ?? cells.ends ?? '') : undefined)
  return { ...(isLater && { extendsTo }), ...(extension && { extension }), remarks }
}

/** With every extension taken; an end that is later than what is sure has them in it already. */
function extendedByLength(startsOn: string | undefined, endsOn: string, { firm, extension }: SaidLength) {
  if (!startsOn || !extension) return undefined
  const endOfFirm = lastDayAfter(startsOn, firm)
  return endOfFirm && endOfFirm >= endsOn ? laterBy(endsOn, extension) : undefined
}
