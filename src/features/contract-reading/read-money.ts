import { figureAtMost, plain, quoted, remarksOnNothing, saysNothing } from './said-nothing.ts'

/** What a cell says where an amount is expected. `per` is set when it is for that long, not for the whole contract. */
export type SaidMoney = {
  pounds?: number
  per?: 'year' | 'month' | 'week'
  remarks: string[]
  /** False when there were words that nothing was made of. */
  isUnderstood: boolean
}

/** What the heading says of all amounts below it. */
export type MoneyContext = { factor?: number; per?: SaidMoney['per'] }

const withheld =
  /confiden|redact|exempt|commercial|withheld|sensitive|not disclos|undisclos|framework|call[- ]?off|as and when|\brates?\b|ad[- ]?hoc|variable|varies|various|no (?:fixed|set|guaranteed|specified) (?:value|amount)|dependent|subject to|unlimited|concession|income/i
const zero = /^(?:£\s*)?(?:nil(?: value| cost)?|zero|no (?:cost|charge)|free(?: of charge)?|£?\s*-)$/i
const foreign = /€|\beuros?\b|\beur\b|\$|\bus[d$]|\bdollars?\b|¥|\bchf\b|\bcad\b|\baud\b/i
const everySoOften: [RegExp, SaidMoney['per'] | 'unit'][] = [
  [
    /\bper (?:annum|year)\b|\bp\.?\s?a\b\.?|\bannual(?:ly)?\b|\byearly\b|\b(?:each|every|a) year\b|\/\s?(?:yr|year|annum)\b|\bper yr\b/i,
    'year',
  ],
  [
    /\bper (?:calendar )?month\b|\bp\.?c\.?m\b\.?|\bmonthly\b|\b(?:each|every|a) month\b|\/\s?month\b|\bp\.m\.?/i,
    'month',
  ],
  [/\bper week\b|\bweekly\b|\bp\.?w\b\.?|\/\s?week\b/i, 'week'],
  [
    /\bper (?:day|hour|unit|person|head|item|visit|session|night|child|pupil|tonne|mile|bed)\b|\bhourly\b|\bdaily\b|\bday rate|\/\s?(?:hour|hr|day|unit)\b|\beach\b/i,
    'unit',
  ],
]
const lengthOfTime =
  /(?:\b(?:over|for|across|in)\s+)?(?:the\s+)?\b\d+(?:\.\d+)?\s*-?\s*(?:years?|yrs?|months?|mths?|weeks?)\b(?:\s+(?:period|term|contract))?/gi
const yearNumber =
  /\b(?:year|yr|lot|phase)\s*\d+\b|\bfy\s?\d{2,4}(?:[/-]\d{2,4})?|\b20\d{2}\s?[/-]\s?(?:20)?\d{2}\b/gi
const amountForm =
  /(?<sign>-\s*)?(?:£|gbp|\buk£)?\s*(?<minus>-)?(?<digits>(?<!\d)\d(?:[\d,.' ]{0,30}\d)?(?:e\+?\d{1,2})?)\s*(?<scale>thousand|million|billion|mill|mn|bn|mil|k|m|b|pence|p(?!\s?\.))?(?![a-z0-9])(?<back>\s*-(?=\s*$))?/gi
const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mil: 1e6,
  mill: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  p: 0.01,
  pence: 0.01,
}
const rangeSign = /^\s*(?:-|to|and|up to|~)\s*(?:£|gbp)?\s*$/i
const atMost = 999_999_999_999

const grouped = /^\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?$/
const continental = /^\d{1,3}(?:\.\d{3})+,\d{1,2}$|^\d{1,3}(?:\.\d{3}){2,}$/
const simple = /^\d+(?:\.\d+)?(?:e\+?\d{1,2})?$/i
const loose = /^\d{1,3}(?:, ?\d{3})+(?:\.\d+)?$/

function numberOf(digits: string): number | undefined {
  if (simple.test(digits)) return Number(digits)
  if (grouped.test(digits) || loose.test(digits)) return Number(digits.replace(/[, ']/g, ''))
  if (continental.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'))
  return undefined
}

type Amount = { pounds: number; scale?: string; at: number; end: number }

function amountsIn(text: string): Amount[] | undefined {
  const found: Amount[] = []
  for (const match of text.matchAll(amountForm)) {
    const { digits = '', scale, sign, minus, back } = match.groups!
    const number = numberOf(digits)
    if (number === undefined) return undefined
    // "£10k - £20k": the dash after an amount is no minus.
    const isNegative = Boolean(minus || back || (sign && match.index === 0))
    const factor = scale ? scales[scale.toLowerCase()]! : 1
    found.push({
      pounds: (isNegative ? -1 : 1) * number * factor,
      scale,
      at: match.index,
      end: match.index + match[0].length,
    })
  }
  return found
}

/** Reads a cell that says an amount of money, in any form that councils use. Pounds; undefined where it says none. */
export function readMoney(cell: string, { factor = 1, per }: MoneyContext = {}): SaidMoney {
  const text = plain(cell)
  if (text.length > figureAtMost)
    return { remarks: [`${quoted(text)} is too long for an amount`], isUnderstood: false }
  if (zero.test(text) && /[a-z£]/i.test(text)) return { pounds: 0, remarks: [], isUnderstood: true }
  if (saysNothing(text)) return { remarks: remarksOnNothing(text), isUnderstood: true }
  if (foreign.test(text)) return { remarks: [`${quoted(text)} is not in pounds`], isUnderstood: true }
  const rate = everySoOften.find(([words]) => words.test(text))
  if (rate?.[1] === 'unit') return { remarks: [`${quoted(text)} is a rate, not a sum`], isUnderstood: true }
  const bare = text.replace(lengthOfTime, ' ').replace(yearNumber, ' ')
  const amounts = amountsIn(bare)
  if (!amounts) return { remarks: [`${quoted(text)} is no amount that can be read`], isUnderstood: false }
  if (amounts.length === 0)
    return withheld.test(text)
      ? { remarks: [`${quoted(text)}: no amount is said`], isUnderstood: true }
      : { remarks: [`${quoted(text)} is no amount that can be read`], isUnderstood: false }
  const chosen = choose(text, bare, amounts)
  if (!chosen) return { remarks: [`${quoted(text)} says several amounts`], isUnderstood: false }
  const isBracketed = /^\(\s*(?:£|gbp)?\s*[\d,.]+\s*\)$/i.test(text)
  const pounds =
    Math.round(chosen.pounds * (isBracketed ? -1 : 1) * (chosen.isScaled ? 1 : factor) * 100) / 100
  if (Math.abs(pounds) > atMost)
    return { remarks: [`${quoted(text)} is more than a contract can be`], isUnderstood: false }
  const often = rate && !chosen.isWhole ? (rate[1] as SaidMoney['per']) : per
  return {
    pounds,
    ...(often && { per: often }),
    remarks: [...chosen.remarks, ...remarksOn(text)],
    isUnderstood: true,
  }
}

type Chosen = { pounds: number; isScaled: boolean; isWhole?: true; remarks: string[] }

function choose(text: string, bare: string, amounts: Amount[]): Chosen | undefined {
  const [one, two, ...more] = amounts
  if (!two) return { pounds: one!.pounds, isScaled: Boolean(one!.scale), remarks: [] }
  const amid = bare.slice(one!.end, two.at)
  if (more.length === 0 && (rangeSign.test(amid) || /^\s*$/.test(amid.replace(/-/g, '')))) {
    // "£10-20k" is £10k to £20k.
    const from =
      two.scale && !one!.scale && one!.pounds < 1000
        ? one!.pounds * scales[two.scale.toLowerCase()]!
        : one!.pounds
    const to = Math.abs(two.pounds)
    if (from <= to)
      return {
        pounds: to,
        isScaled: Boolean(two.scale),
        remarks: [`the range ${quoted(text)} is taken as its upper end`],
      }
  }
  // "£60,000 (£20,000 per annum)": the whole stands first.
  const inBrackets = /[(,;]/.test(amid) && everySoOften.some(([words]) => words.test(bare.slice(one!.end)))
  const isRateFirst = everySoOften.some(([words]) => words.test(amid))
  if (more.length === 0 && inBrackets && !isRateFirst)
    return { pounds: one!.pounds, isScaled: Boolean(one!.scale), isWhole: true, remarks: [] }
  const isTotalSecond = isRateFirst && /total|overall|whole/i.test(bare.slice(one!.end))
  if (more.length === 0 && isTotalSecond)
    return { pounds: two.pounds, isScaled: Boolean(two.scale), isWhole: true, remarks: [] }
  return undefined
}

function remarksOn(text: string): string[] {
  const remarks: string[] = []
  if (/\b(?:plus|\+|ex|excl?|excluding|without|net of)\.?\s*(?:of )?vat|\+\s*vat|ex\.? ?vat/i.test(text))
    remarks.push('without VAT')
  else if (/\b(?:inc|incl|including|with)\.?\s*(?:of )?vat/i.test(text)) remarks.push('with VAT')
  if (
    /^(?:c\.?|ca\.?|circa|approx\w*\.?|about|around|est\w*\.?|~|roughly)\s*[£\d]|\b(?:approx|est)\w*\b/i.test(
      text,
    )
  )
    remarks.push('about')
  if (/\bup to\b|\bmax\w*|not exceed|^[<≤]|\bless than\b|\bunder\b|\bbelow\b|no more than/i.test(text))
    remarks.push('taken as at most')
  if (/\bover £|\bmore than\b|^[>≥]|\bat least\b|\bmin\w*\b|\d\+$|\babove\b|\bexceed/i.test(text))
    remarks.push('taken as at least')
  return remarks
}
