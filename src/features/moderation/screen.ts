import { commercialSpans } from './screen-commercial.ts'
import { nameSpans } from './screen-names.ts'
import { numberSpans } from './screen-numbers.ts'
import { personSpans } from './screen-people.ts'

/** A text that is to be published; `href` leads to the step where it can be changed. */
export type ScreenedText = { field: string; label: string; text: string | null; href?: string }

export const findingLabels = {
  'name-and-phone': 'a name with a phone number',
  phone: 'a phone number',
  name: 'the name of a person',
  email: 'a person’s e-mail address',
  address: 'a postal address',
  postcode: 'a full postcode',
  birth: 'a date of birth',
  'national-insurance': 'a National Insurance number',
  nhs: 'an NHS number',
  case: 'a case or reference number',
  bank: 'bank details',
  price: 'a price that a supplier may not want to be public',
  marking: 'a mark that it is not to be published',
}
export type FindingKind = keyof typeof findingLabels

/** Where in a text something stands: from `start` up to `end`. */
export type Span = { kind: FindingKind; start: number; end: number }

/** Exact words of a text that may not be for everyone. */
export type Finding = { field: string; label: string; href?: string; kind: FindingKind; words: string }

const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end

/** What looks personal or commercial in one text, in its order; of two that overlap the one that says more. */
function spansIn(text: string): Span[] {
  const all = [...personSpans(text), ...nameSpans(text), ...numberSpans(text), ...commercialSpans(text)]
  const kept: Span[] = []
  for (const span of all) if (!kept.some(other => overlaps(span, other))) kept.push(span)
  return kept.sort((a, b) => a.start - b.start)
}

/**
 * What in these texts may be personal or commercially sensitive, in their exact words, each words of a field once.
 * Forms as they are written in the United Kingdom. It warns; people decide.
 */
export const screenTexts = (texts: ScreenedText[]): Finding[] =>
  texts.flatMap(({ text, ...where }) => {
    const findings = spansIn(text ?? '').map(({ kind, start, end }) => ({
      ...where,
      kind,
      words: text!.slice(start, end),
    }))
    return [...new Map(findings.map(finding => [finding.words, finding])).values()]
  })
