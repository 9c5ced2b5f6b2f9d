import type { Span } from './screen.ts'
import { spansOf } from './screen-spans.ts'

const word = `\\p{Lu}\\p{Ll}+(?:['’-]\\p{Lu}\\p{Ll}+)*`
const surname = `(?:O['’]|Mc|Mac)?${word}`
// Whom a title makes public: “Mr Speaker”, “Mrs Justice Hill”.
const office = '(?:Speaker|Chair|Chairman|Mayor|President|Justice|Recorder)\\b'
// “Miss” is also what a crew does to a street or a day.
const missed = `(?:\\p{L}*days?|Bins?|Collections?|Deadlines?|Appointments?|Visits?|School|Street|Road)\\b`
// Councillors, professors and knights act in public: their titles are not among these.
const title = `(?:(?:Mr|Mrs|Ms|Mx|Dr)\\b\\.?(?: and (?:Mr|Mrs|Ms|Mx|Dr)\\b\\.?)?(?= (?!${office}))|Miss(?= (?!${missed})))`
const titled = new RegExp(
  `(?<![\\p{L}\\d’'-])${title}(?: (?:\\p{Lu}\\.?(?!\\p{L})|${word})){0,2} ${surname}`,
  'gu',
)
// A case in court or the name of a company, which is public.
const company = '(?:v\\.?|vs\\.?|Ltd|Limited|plc|PLC|LLP|(?:and|&) (?:Sons|Co))(?!\\p{L})'
const endsAsCompany = new RegExp(` ${company}$`, 'u')
const goesOnAsCompany = new RegExp(`^(?: ${word})? ${company}`, 'u')

/** Names that are written with a title, as residents and colleagues are: “Mrs Brown”. */
export const nameSpans = (text: string): Span[] =>
  spansOf(text, 'name', titled).filter(
    ({ start, end }) =>
      !endsAsCompany.test(text.slice(start, end)) && !goesOnAsCompany.test(text.slice(end, end + 40)),
  )
