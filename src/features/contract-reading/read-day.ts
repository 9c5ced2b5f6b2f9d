import { addDays, lastYear } from './calendar.ts'
import { type DayOrder, findDays, onlyYear } from './find-days.ts'
import { readExtension, readLength, type SaidLength } from './read-length.ts'
import { figureAtMost, plain, quoted, remarksOnNothing, saysNothing } from './said-nothing.ts'

/** What a cell says where a day is expected. `remarks` say what was assumed, or why nothing was read. */
export type SaidDay = {
  day?: string
  isOpenEnded?: true
  length?: SaidLength
  /** A second day, in a cell that says a time from and to. */
  until?: string
  /** What follows on the day, in its own words: "+ 2 years". */
  extension?: string
  extendsTo?: string
  remarks: string[]
  /** False when there were words that nothing was made of. */
  isUnderstood: boolean
}

export type DayContext = { side: 'start' | 'end'; order?: DayOrder }

const openEnded =
  /\b(?:on-?\s?going|rolling|open[- ]?ended|no (?:fixed )?(?:end|expiry)(?: date)?|until further notice|perpetual|perpetuity|indefinite(?:ly)?|evergreen|continuous|continuing|permanent|until terminated|periodic|no fixed term|month to month|month by month)\b/i
const toBeExtended = /exten|option|\bopt\b|renew|\+|plus|\bor\b|further/i
const afterwards = /\b(?:thereafter|after(?:wards| that)?|then|subsequently)\b/i
const from = /\b(?:from|since|starting|commencing|began|effective)\b/i
const betweenDays = /^\s*(?:-|to|until|till|through|\/|and|up to)\s*(?:the\s*)?(?:end(?: of)?\s*)?$/i
const beforeDay =
  /^[\s("]*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s*)?(?:by|to|until|till|from|on|c\.?|circa|approx\.?|expires?:?|ends?:?|ending|starts?:?|end of|mid|date:?|the)?\s*(?:end of\s*)?$/i
const afterDay = /^[\s.,;)"]*$/
const excelDay = /^(\d{5})(?:\.\d+)?$/
const eightFigures = /^(\d{4})(\d{2})(\d{2})(?:\s*[t ]\s*\d{4,6})?$/i
const dayOfExcel = '1899-12-30'

/** Reads a cell that says when something starts or ends, in any form that councils use. Days are YYYY-MM-DD. */
export function readDay(cell: string, { side, order }: DayContext): SaidDay {
  const text = plain(cell)
  if (text.length > figureAtMost)
    return { remarks: [`${quoted(text)} is too long for a day`], isUnderstood: false }
  if (saysNothing(text)) return { remarks: remarksOnNothing(text), isUnderstood: true }
  const figures = readFigures(text)
  if (figures) return settled({ ...figures, isUnderstood: true })
  const [found, next, ...more] = findDays(text, order)
  if (!found) return readWords(text)
  const before = text.slice(0, found.at)
  const side1 = next && side === 'end' && from.test(before) ? 'start' : side
  const day = side1 === 'start' ? found.first : found.last
  const remarks = [...found.remarks]
  if (!next) {
    const after = text.slice(found.end)
    if (beforeDay.test(before) && afterDay.test(after)) return settled({ day, remarks, isUnderstood: true })
    const rest = readRest(`${before} ${after}`.trim())
    // "Spring 2027" is not the whole of 2027.
    if (found.remarks.includes(onlyYear) && rest.remarks.length > 0 && !from.test(before))
      return unreadable(text)
    return settled({ day, ...rest, remarks: [...remarks, ...rest.remarks], isUnderstood: true })
  }
  const amid = text.slice(found.end, next.at)
  remarks.push(...next.remarks)
  if (more.length === 0 && toBeExtended.test(amid + text.slice(next.end)) && !betweenDays.test(amid))
    return settled({ day, extendsTo: next.last, extension: text, remarks, isUnderstood: true })
  if (more.length === 0 && betweenDays.test(amid))
    return settled({ day: found.first, until: next.last, remarks, isUnderstood: true })
  return { remarks: [`${quoted(text)} says several days`], isUnderstood: false }
}

function readFigures(text: string): { day: string; remarks: string[] } | undefined {
  const serial = Number(excelDay.exec(text)?.[1])
  if (serial >= 20_000 && serial <= 80_000)
    return { day: addDays(dayOfExcel, serial), remarks: [`${text} is taken as Excel’s number of a day`] }
  const [, year, month, date] = eightFigures.exec(text) ?? []
  const [found] = year ? findDays(`${year}-${month}-${date}`) : []
  if (found) return { day: found.first, remarks: [] }
  const [turned] = year ? findDays(`${text.slice(0, 2)}/${text.slice(2, 4)}/${text.slice(4, 8)}`) : []
  return turned && { day: turned.first, remarks: [`${text} is taken as day, month, year`] }
}

function readWords(text: string): SaidDay {
  if (openEnded.test(text)) return { isOpenEnded: true, remarks: [], isUnderstood: true }
  const length = readLength(text)
  if (length) return { length, remarks: [], isUnderstood: true }
  return unreadable(text)
}

const unreadable = (text: string): SaidDay => ({
  remarks: [`${quoted(text)} is no day that can be read`],
  isUnderstood: false,
})

/** What stands around a day: an extension, or words that are left aside. */
function readRest(words: string): Pick<SaidDay, 'extension' | 'isOpenEnded' | 'remarks'> {
  if (openEnded.test(words) && !afterwards.test(words)) return { isOpenEnded: true, remarks: [] }
  if (toBeExtended.test(words) && readExtension(words))
    return { extension: words.replace(/^[\s(]+|[\s)]+$/g, ''), remarks: [] }
  return { remarks: [`${quoted(words)} is left aside`] }
}

/** Years in which nothing ends or began are how systems write that there is no day. */
function settled({ until, extendsTo, ...said }: SaidDay): SaidDay {
  const year = Number(said.day?.slice(0, 4))
  if (isNever(said.day))
    return { isOpenEnded: true, remarks: [`${said.day} is taken as without an end`], isUnderstood: true }
  if (year <= 1901) return { remarks: [`${said.day} is taken as no day`], isUnderstood: true }
  const never = [until, extendsTo].find(isNever)
  if (never === undefined) return { ...said, ...(until && { until }), ...(extendsTo && { extendsTo }) }
  const remarks = [...said.remarks, `${never} is taken as without an end`]
  return until ? { ...said, isOpenEnded: true, remarks } : { ...said, remarks }
}

const isNever = (day = '') => Number(day.slice(0, 4)) === 2099 || Number(day.slice(0, 4)) > lastYear
