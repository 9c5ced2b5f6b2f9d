import type { Span } from './screen.ts'
import { spansOf } from './screen-spans.ts'

const money =
  /£ ?\d[\d,]{0,12}(?:\.\d{1,2})?(?: ?(?:k|m|bn|million|thousand)\b)?|(?<![\d,.])\d[\d,]{0,12}(?:\.\d{1,2})? ?(?:GBP|pounds)\b/gi
const percent = /(?<![\d.])\d{1,3}(?:\.\d{1,2})? ?(?:%|per cent)/g

const priceWords =
  /\b(?:quot(?:e[ds]?|ations?|ing)|unit (?:price|cost|rate)s?|(?:day|daily|hourly|blended|agreed) rates?|rate cards?|(?<!(?:business|interest|tax|vacancy|error) )rates? (?:of|from|between)|tender(?:ed)? (?:price|sum)s?|list prices?|price lists?|discount(?:s|ed)?|per (?:licen[cs]e|seat|user per (?:month|year)|(?:month|year) per user))\b/gi
const bidWords = /\b(?:bids?|tendered|bidders?)\b/gi
const isOfFund = /\b(?:fund(?:s|ing|ed)?|grants?|lottery|ministry|MHCLG|DLUHC|government|round)\b/i
const isOfTax = /\bcouncil tax\b|\bsingle person\b|\bconcession/i
const company =
  /(?<![\p{L}\d&'’.-])\p{Lu}[\p{L}\d&'’.-]{0,30}(?: (?:&|and|of|\p{Lu}[\p{L}\d&'’.-]{0,30})){0,4} (?:Ltd|Limited|[Pp][Ll][Cc]|LLP|Inc|GmbH)\b/gu

type Place = { start: number; end: number }

const places = (text: string, pattern: RegExp): Place[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))

const gap = (one: Place, other: Place) => Math.max(one.start, other.start) - Math.min(one.end, other.end)

const joined = (one: Place, other: Place): Span => ({
  kind: 'price',
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
})

/** Each of these together with the nearest of those, where one is within so many characters. */
const besideEach = (these: Place[], those: Place[], most: number): Span[] =>
  these.flatMap(one => {
    const [nearest] = those.toSorted((a, b) => gap(one, a) - gap(one, b))
    return nearest && gap(one, nearest) <= most ? [joined(one, nearest)] : []
  })

/** In one sentence: an amount beside a word for a price, or beside a company; a budget or a cost by itself is neither. */
function pricesIn(sentence: string): Span[] {
  const amounts = places(sentence, money)
  const words = [
    ...places(sentence, priceWords),
    ...(isOfFund.test(sentence) ? [] : places(sentence, bidWords)),
  ]
  const isAward = /\baward/i.test(sentence)
  if (isOfTax.test(sentence)) return []
  return [
    ...besideEach(amounts, isAward ? [] : places(sentence, company), 60),
    ...besideEach(amounts, words, 60),
    ...besideEach(places(sentence, percent), places(sentence, /\bdiscounts?\b/gi), 15),
  ]
}

const sentences = /(?:[^.!?\n]|[.!?](?!\s|$))+/g

const priceSpans = (text: string): Span[] =>
  [...text.matchAll(sentences)].flatMap(({ 0: sentence, index }) =>
    pricesIn(sentence).map(({ kind, start, end }) => ({ kind, start: index + start, end: index + end })),
  )

const marking =
  /\bcommercial(?:ly)?[ -]in[ -](?:strict )?confidence\b|\bin strict(?:est)? confidence\b|\b(?:strictly )?private (?:and|&) confidential\b|\b(?:company|commercially) confidential\b|\bnot for (?:publication|onward sharing|public release)\b|\bunder (?:an )?(?:NDA|non-disclosure agreement)\b/gi
const classified = /^[ \t]*OFFICIAL[ :–-]{1,3}SENSITIVE\b/gm

/** Prices that a supplier gave in confidence, and texts marked as not for everyone. */
export const commercialSpans = (text: string): Span[] => [
  ...spansOf(text, 'marking', marking),
  ...spansOf(text, 'marking', classified),
  ...priceSpans(text),
]
