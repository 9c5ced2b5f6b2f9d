import { addDays, addMonths, isWithinReach } from './calendar.ts'

/** How long something lasts. */
export type Length = { months: number; days: number }

/** A contract's length as said: what is sure, and what may be added. */
export type SaidLength = { firm: Length; extension?: Length }

type Unit = 'years' | 'months' | 'weeks' | 'days'

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const moreNumbers = {
  fifteen: 15,
  eighteen: 18,
  'twenty four': 24,
  'twenty-four': 24,
  'thirty six': 36,
  'thirty-six': 36,
}

const textAtMost = 4000

/** "two 12 month periods" is 2 x 12 months. */
const times = new RegExp(`\\b(${numbers.join('|')})\\s+(?=\\d)`, 'gi')

/** Small letters, single spaces, and numbers in figures; nothing of a text that no cell is long enough for. */
const figures = (text: string) => (text.length > textAtMost ? '' : inFigures(text.replace(/\s+/g, ' ')))

const inFigures = (text: string) =>
  [...Object.entries(moreNumbers), ...numbers.map((word, n) => [word, n] as const)].reduce(
    (said, [word, n]) => said.replace(new RegExp(`\\b${word}\\b`, 'gi'), String(n)),
    text.toLowerCase().replace(times, '$1 x '),
  )

/** A number that is begun at its first figure only, so that a long row of figures is looked at once. */
function number(fraction: string) {
  return `(?<!\\d)(\\d{1,6}${fraction})`
}

const unitWords = '(years?|yrs?|yr|y|months?|mths?|mnths?|mos?|m|weeks?|wks?|days?)'
const quantity = new RegExp(
  `(?:${number('')}\\s?(?:x|×|\\*|lots of|further|times)\\s?)?${number('(?:\\.\\d{1,4})?')}\\s?-?\\s?${unitWords}\\b`,
  'g',
)
const startOfExtension =
  /\+|\bplus\b|\bwith\b|\bopt|\bext|\band (?:up to|a further)|\bfollowed by|\bthen\b|\brenew|\bfurther\b|[([]/

const unitOf = (word: string): Unit =>
  word.startsWith('y') ? 'years' : word.startsWith('w') ? 'weeks' : word.startsWith('d') ? 'days' : 'months'

const sumOf = (lengths: Length[]): Length => ({
  months: lengths.reduce((sum, { months }) => sum + months, 0),
  days: lengths.reduce((sum, { days }) => sum + days, 0),
})

export function lengthOf(count: number, unit: Unit): Length {
  if (unit === 'years') return { months: Math.round(count * 12), days: 0 }
  if (unit === 'months') return { months: Math.round(count), days: 0 }
  return { months: 0, days: Math.round(count * (unit === 'weeks' ? 7 : 1)) }
}

/** "3+1+1", "(1+1)", "2 + 2": bare numbers joined by plus. */
const bareSum = /\(?\s?(?<!\d)\d{1,4}(?:\s?\+\s?\d{1,4}(?!\d))+\s?\)?/

function quantities(text: string, unit: Unit): Length[] {
  const found = [...text.matchAll(quantity)].map(([, times = '1', count, word]) =>
    lengthOf(Number(times) * Number(count), unitOf(word!)),
  )
  const rest = text.replace(quantity, ' ')
  const bare = [...rest.matchAll(/\+\s?(\d{1,6})(?!\d*\s?[x×*])(?!\d)/g)].map(([, count]) =>
    lengthOf(Number(count), unit),
  )
  return [...found, ...bare]
}

/**
 * Reads "3 years", "36 months", "3+1+1", "2 years plus 2 x 12 months extension". A bare number is of `unit`, where the
 * heading says one. Undefined for anything else.
 */
export function readLength(text: string, unit?: Unit): SaidLength | undefined {
  const length = lengthIn(text, unit)
  const isBelieved = believed(length?.firm) && (!length?.extension || believed(length.extension))
  return isBelieved ? length : undefined
}

function lengthIn(text: string, unit?: Unit): SaidLength | undefined {
  const said = figures(text).replace(/(?<!\d)(\d{1,6}) and a half/g, '$1.5')
  const bare = /^\s?(\d{1,6}(?:\.\d{1,4})?)\s?$/.exec(said)
  if (bare) return unit && Number(bare[1]) > 0 ? { firm: lengthOf(Number(bare[1]), unit) } : undefined
  const ownUnit = new RegExp(unitWords).exec(said.replace(/[^a-z ]+/g, ' '))?.[1]
  const sum = bareSum.exec(said)
  if (sum) return readSum(said, sum, ownUnit ? unitOf(ownUnit) : unitOfSum(sum[0]))
  const cut = said.search(startOfExtension)
  const firm = sumOf(quantities(cut > 0 ? said.slice(0, cut) : said, unit ?? 'years'))
  if (isNothing(firm)) return undefined
  const extension =
    cut > 0 ? sumOf(quantities(said.slice(cut), firm.months % 12 === 0 ? 'years' : 'months')) : undefined
  return extension && !isNothing(extension) ? { firm, extension } : { firm }
}

/** "4 years (2+1+1)" says its four years once more; "3 years (+1+1)" adds to them. */
function readSum(said: string, sum: RegExpExecArray, unit: Unit): SaidLength {
  const [first = 0, ...more] = sum[0].match(/\d+/g)!.map(Number)
  const before = sumOf(quantities(said.slice(0, sum.index), unit))
  const total = lengthOf(
    [first, ...more].reduce((a, b) => a + b, 0),
    unit,
  )
  const isSaidAgain = before.months === total.months && before.days === total.days
  if (isNothing(before) || isSaidAgain)
    return {
      firm: lengthOf(first, unit),
      extension: lengthOf(
        more.reduce((a, b) => a + b, 0),
        unit,
      ),
    }
  return { firm: before, extension: total }
}

/** Reads what may be added: "1+1", "2 x 12 months", "up to 24 months", "12" under "Extension (months)". */
export const readExtension = (text: string, unit?: Unit): Length | undefined =>
  believed(extensionIn(text, unit))

function extensionIn(text: string, unit?: Unit): Length | undefined {
  const said = figures(text)
  const bare = /^\s?(\d{1,6}(?:\.\d{1,4})?)\s?$/.exec(said)
  if (bare) return unit && Number(bare[1]) > 0 ? lengthOf(Number(bare[1]), unit) : undefined
  const sum = bareSum.exec(said)
  const length = sum
    ? lengthOf(totalOf(sum[0]), /month|mth/.test(said) ? 'months' : unitOfSum(sum[0]))
    : sumOf(quantities(said, unit ?? 'years'))
  return isNothing(length) ? undefined : length
}

const totalOf = (sum: string) => sum.match(/\d+/g)!.reduce((total, number) => total + Number(number), 0)

/** "3+1+1" is years, "24+12+12" is months. */
const unitOfSum = (sum: string): Unit =>
  sum.match(/\d+/g)!.some(number => Number(number) >= 12) ? 'months' : 'years'

const isNothing = ({ months, days }: Length) => months === 0 && days === 0

const yearsAtMost = 100

/** What lasts longer than any contract is no length. */
const believed = (length: Length | undefined) =>
  length && length.months / 12 + length.days / 365 <= yearsAtMost ? length : undefined

/** The last day of what begins on a day; undefined where that is out of reach. */
export function lastDayAfter(start: string, { months, days }: Length): string | undefined {
  const isCountable = isWithinReach(start) && believed({ months, days })
  const last = isCountable ? addDays(addMonths(start, months), days - 1) : ''
  return isWithinReach(last) ? last : undefined
}

/** The last day when something is added to what ends on a day; undefined where that is out of reach. */
export const laterBy = (end: string, length: Length) => lastDayAfter(addDays(end, 1), length)

const periodsOf =
  /(?<!\d)(\d{1,4})\s?(?:x|further|additional|optional|separate|more|extension)?\s?(?:periods?|extensions?|terms?)\s?(?:of|each of|for)\s?(?:up to\s?)?(?:a further\s?)?(\d{1,4})\s?-?\s?(years?|yrs?|months?|mths?)/g

/** Reads what may be added out of a sentence: "may be renewed for 2 further periods of 12 months". Undefined in doubt. */
export const readExtensionInWords = (text: string): Length | undefined => believed(extensionInWords(text))

function extensionInWords(text: string): Length | undefined {
  const said = figures(text)
  const [periods, ...morePeriods] = [...said.matchAll(periodsOf)]
  if (periods && morePeriods.length === 0)
    return lengthOf(Number(periods[1]) * Number(periods[2]), unitOf(periods[3]!))
  const found = [...said.matchAll(quantity)]
  if (found.length === 1 && /exten|renew|option|further|additional/.test(said))
    return sumOf(quantities(said.replace(/\+/g, ' '), 'years'))
  return /\bexten|\brenew|\bplus\b|\+/.test(said) ? readLength(text)?.extension : undefined
}
