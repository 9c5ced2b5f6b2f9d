import type { Span } from './screen.ts'
import { addressSpans } from './screen-addresses.ts'
import { digitsOf, spansOf } from './screen-spans.ts'

const mailbox =
  /(?<![\p{L}\d._%+'’-])[\p{L}\d._%+'’-]{1,64}(?:@|\s?[[(]at[\])]\s?)(?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,63}/giu

/** Words that make an address a team's, not a person's. */
const teams = new Set(
  `accounts admin alerts applications assets bins building business careers change chief children commissioning comms
  communications complaints consultation contact contracts council councillors customer customers data democratic
  development digital dpo education election elections enquiries enquiry environment events feedback finance foi freedom
  fund general git governance hello help helpdesk housing hr ict info information infogov innovation insight invoices it
  jobs legal library licensing local localdigital mail marketing media monitoring news noreply office open opendata
  parking payments pensions permits planning policy post press privacy procurement project projects property public
  recruitment register registrars reply research revenues sales schools security service servicedesk services social
  subscriptions support systems team tenders transformation transport travel waste web webmaster website welcome`.split(
    /\s+/,
  ),
)

const isOfTeam = (address: string) =>
  address
    .split(/@|[[(]at/i)[0]!
    .toLowerCase()
    .split(/[^a-z]+/)
    .some(word => teams.has(word))

const emailSpans = (text: string) =>
  spansOf(text, 'email', mailbox).filter(({ start, end }) => !isOfTeam(text.slice(start, end)))

// Groups of two digits and less are dates; numbers that begin 03, 08 or 09 are lines of organisations.
const national =
  /(?<![\w£./+-]|\d\s)\(?0(?:1\d{2,4}|2\d{1,3}|7\d{2,9}|1\d{8,9}|2\d{9})\)?(?:[ \u00a0-]?\d{2,8}){0,4}(?![\w/]|-\d)/g
const international =
  /(?<![\w£.])(?:\+|00)44[ \u00a0-]?(?:\(0\)[ \u00a0]?)?[127](?:[ \u00a0-]?\d){8,9}(?![\w/]|-\d)/g

const isPhone = (digits: string) => digits.length === 11 || (digits.length === 10 && digits.startsWith('01'))

const phoneSpans = (text: string): Span[] => [
  ...spansOf(text, 'phone', international),
  ...spansOf(text, 'phone', national).filter(({ start, end }) => isPhone(digitsOf(text.slice(start, end)))),
]

// Words with which a phone number stands beside no name.
const noNames =
  `Adult Borough Call Care Centre Children City Civic Contact Council County Customer Department Desk Direct Directorate
  Digital District Email Emergency Enquiries Environmental Gov Hall Head Help Helpline Highways Hotline House Housing Hours
  Hub Landline Library Line London Main Manager Mobile North Number Office Officer Our Out Park Phone Planning Please
  Police Public Reception Revenues Ring Road School Service Services Social South Speak Street Support Switchboard Team
  Tel Telephone Text The Town Unit University Waste Web East West Whatsapp`.replace(/\s+/g, '|')
const word = `(?!(?:${noNames})(?!\\p{L}))\\p{Lu}\\p{Ll}+(?:['’-]\\p{Lu}\\p{Ll}+)*`
const surname = `(?:O['’]|Mc|Mac)?${word}`
const titles = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Cllr|Councillor|Sir|Dame)\\.?'
const name = `(?:${titles}(?: (?:${word}|\\p{Lu}\\.?))?|${word}(?: \\p{Lu}\\.?)?) ${surname}`
// Between the two: a comma, a job, "on", "tel:", a bracket; never the end of a sentence.
const nameBefore = new RegExp(
  `(?<![\\p{L}'’-])${name}(?=(?:[^.!?\\n\\d]|\\b(?:[Tt]el|[Mm]ob|[Pp]h|[Nn]o)\\.){1,60}$)`,
  'gu',
)
const nameAfter = new RegExp(`^[\\s,:–-]{0,3}\\(?(?:for |ask for |is )?(?:${name})(?![\\p{L}'’-])\\)?`, 'u')

/** A phone number together with the name of whose it is, where one stands beside it. */
function withName(text: string, phone: Span): Span {
  const before = text.slice(Math.max(0, phone.start - 100), phone.start)
  const found = [...before.matchAll(nameBefore)].at(-1)
  if (found)
    return { kind: 'name-and-phone', start: phone.start - before.length + found.index, end: phone.end }
  const after = nameAfter.exec(text.slice(phone.end, phone.end + 50))
  if (after) return { kind: 'name-and-phone', start: phone.start, end: phone.end + after[0].length }
  return phone
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const born = new RegExp(
  `\\b(?:d\\.?o\\.?b\\.?|date of birth|born(?: on)?)(?: is| was)?[\\s:]{1,3}(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)? (?:${months}),? \\d{4})\\b`,
  'gi',
)

/** How people can be reached, and when they were born. */
export const personSpans = (text: string): Span[] => [
  ...emailSpans(text),
  ...phoneSpans(text).map(phone => withName(text, phone)),
  ...spansOf(text, 'birth', born),
  ...addressSpans(text),
]
