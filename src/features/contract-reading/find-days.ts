import { inLondon } from '#plumbing/clock.ts'
import { dayOf, lastDayOf } from './calendar.ts'

/** A day found in a text: the first and the last it can be, and where it stands. */
export type FoundDay = { first: string; last: string; at: number; end: number; remarks: string[] }
export type DayOrder = 'day first' | 'month first'

export const onlyYear = 'only the year is said'

type Reading = Pick<FoundDay, 'first' | 'last' | 'remarks'> | undefined
type Form = { form: RegExp; read(match: RegExpExecArray, order: DayOrder): Reading }

const english = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const welsh = 'ion chw maw ebr mai meh gor aws med hyd tac rha'.split(' ')
const name = `(${[...english, ...welsh].join('|')})[a-z]*`
const between = "[\\s\\-/.,'’]*"
const time = '(?:[t\\s,]+(\\d{1,2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:am|pm)?(z|[+-]\\d{2}:?\\d{2})?)?'

function monthOf(text = ''): number {
  const said = text.slice(0, 3).toLowerCase()
  return Math.max(english.indexOf(said), welsh.indexOf(said)) + 1
}

const day = (date: string | undefined, remarks: string[] = []): Reading =>
  date ? { first: date, last: date, remarks } : undefined

function yearOf(text = ''): { year: number; remarks: string[] } {
  if (text.length === 4) return { year: Number(text), remarks: [] }
  const year = Number(text) + (Number(text) >= 80 ? 1900 : 2000)
  return { year, remarks: [`the year ${text} is taken as ${year}`] }
}

const isMidnight = /^(0?0:00|23:59)/

/** A moment with an offset is the day on which it was in London, except where somebody meant a day and wrote its midnight. */
function isoDay(match: RegExpExecArray): Reading {
  const [whole, year, month, date, clock, offset] = match
  const said = dayOf(Number(year), Number(month), Number(date))
  if (!said || !clock || !offset || isMidnight.test(clock)) return day(said)
  const instant = new Date(whole.replace(/\s+/, 'T').toUpperCase().replaceAll('/', '-'))
  return Number.isNaN(instant.getTime()) ? day(said) : day(inLondon(instant).date)
}

function numericDay([whole, one, two, three]: RegExpExecArray, order: DayOrder): Reading {
  const { year, remarks } = yearOf(three)
  const [a, b] = [Number(one), Number(two)]
  const isMonthFirst = order === 'month first' ? a <= 12 : a <= 12 && b > 12
  if (!isMonthFirst) return day(dayOf(year, b, a), remarks)
  return day(dayOf(year, a, b), [...remarks, `${whole.trim()} is taken as month, day, year`])
}

function monthOfYear(year: number, month: number, remarks: string[]): Reading {
  if (month < 1 || month > 12) return undefined
  const last = lastDayOf(year, month)
  return { first: `${last.slice(0, 8)}01`, last, remarks: [...remarks, 'only the month is said'] }
}

function financialYear(year: number, to = ''): Reading {
  if (Number(to) % 100 !== (year + 1) % 100) return undefined
  return { first: `${year}-04-01`, last: `${year + 1}-03-31`, remarks: ['only the financial year is said'] }
}

/** A quarter of a financial year, "Q1 2026/27", or of a calendar year, "Q1 2026". */
function quarter([, number, from, to]: RegExpExecArray): Reading {
  const year = Number(from)
  if (to && Number(to) % 100 !== (year + 1) % 100) return undefined
  const first = (Number(number) - 1) * 3 + (to ? 4 : 1)
  const start = lastDayOf(year, first)
  return {
    first: `${start.slice(0, 8)}01`,
    last: lastDayOf(year, first + 2),
    remarks: [`only the quarter of the ${to ? 'financial' : 'calendar'} year is said`],
  }
}

const wholeYear = ([, year]: RegExpExecArray): Reading => ({
  first: `${year}-01-01`,
  last: `${year}-12-31`,
  remarks: [onlyYear],
})

/** The first form that fits at a place counts: the more a form says, the earlier it stands. */
const forms: Form[] = [
  { form: new RegExp(`(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)${time}`, 'iy'), read: isoDay },
  {
    form: new RegExp(
      `(\\d{1,2})\\s?[/.\\\\-]{1,2}\\s?(\\d{1,2})\\s?[/.\\\\-]{1,2}\\s?(\\d{4}|\\d{2})(?!\\d)${time}`,
      'iy',
    ),
    read: numericDay,
  },
  { form: /(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)/y, read: numericDay },
  {
    form: new RegExp(
      `(\\d{1,2})\\s?(?:st|nd|rd|th)?${between}(?:of\\s+)?${name}${between}(\\d{4}|\\d{2})(?!\\d)${time}`,
      'iy',
    ),
    read([, date, month, text]) {
      const { year, remarks } = yearOf(text)
      return day(dayOf(year, monthOf(month), Number(date)), remarks)
    },
  },
  {
    form: new RegExp(`${name}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'iy'),
    read: ([, month, date, year]) => day(dayOf(Number(year), monthOf(month), Number(date))),
  },
  {
    form: new RegExp(`${name}${between}(\\d{4}|\\d{2})(?!\\d)`, 'iy'),
    read([, month, text]) {
      const { year, remarks } = yearOf(text)
      return monthOfYear(year, monthOf(month), remarks)
    },
  },
  {
    form: /(\d{1,2})[/.-](\d{4})(?!\d)/y,
    read: ([, month, year]) => monthOfYear(Number(year), Number(month), []),
  },
  { form: /q([1-4])\s*[-/]?\s*(\d{4})(?:\s?[/-]\s?(\d{4}|\d{2}))?(?!\d)/iy, read: quarter },
  {
    form: /fy\s?(\d{2})\s?[/-]\s?(\d{2})(?!\d)/iy,
    read: ([, from, to]) => financialYear(2000 + Number(from), to),
  },
  { form: /(\d{4})\s?\/\s?(\d{4}|\d{2})(?!\d)/y, read: ([, from, to]) => financialYear(Number(from), to) },
  {
    form: /(\d{4})-(\d{2})(?!\d)/y,
    read: match =>
      monthOfYear(Number(match[1]), Number(match[2]), []) ?? financialYear(Number(match[1]), match[2]),
  },
  { form: /((?:19[89]|20\d)\d)(?!\d)/y, read: wholeYear },
]

/** All days that a text says, in their order. A number that could be anything else is none. */
export function findDays(text: string, order: DayOrder = 'day first'): FoundDay[] {
  const found: FoundDay[] = []
  let at = 0
  while (at < text.length) {
    const isInWord = at > 0 && /[\dA-Za-z]/.test(text[at - 1]!)
    const here = isInWord ? undefined : readAt(text, at, order)
    if (here?.reading && [here.reading.first, here.reading.last].every(hasFourFigures))
      found.push({ ...here.reading, at, end: here.end })
    at = here?.end ?? at + 1
  }
  return found
}

const hasFourFigures = (day: string) => /^[1-9]\d{3}-/.test(day)

/** What looks like a day and does not exist is passed over whole: it is not the month that it ends with. */
function readAt(text: string, at: number, order: DayOrder): { reading: Reading; end: number } | undefined {
  for (const { form, read } of forms) {
    form.lastIndex = at
    const match = form.exec(text)
    if (match) return { reading: read(match, order), end: at + match[0].length }
  }
  return undefined
}
