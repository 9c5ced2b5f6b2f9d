import type { Span } from './screen.ts'
import { spansOf } from './screen-spans.ts'

const areas =
  `AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|
FK|FY|GL|GU|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|N|OL|OX|
PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|
WV|W|YO|ZE`.replace(/\s/g, '')
const postcode = new RegExp(
  `(?<![\\w/-])(?:${areas})\\d[A-Z\\d]?[ \\u00a0]\\d[ABD-HJLNP-UW-Z]{2}(?![\\w/]|-\\w)`,
  'g',
)

const streets =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Crescent|Cres|Drive|Dr|Terrace|Mews|Gardens|Gdns|Grove|Court|Ct|Way|Place|Pl|Walk|Square|Sq|Row|Hill|Park|Parade|Green|Rise|View|Wharf|Quay|Gate|Mount|Villas|Cottages?|House|Farm|Buildings'
// From a house number, a flat or a named house up to the postcode, on one to four lines.
const upToPostcode = new RegExp(
  `(?:(?:Flat|Apartment|Apt|Unit|Room) ?\\w{1,4},? ?)?(?:\\d{1,4}[a-zA-Z]?(?:[-/]\\d{1,4})?,? |\\p{Lu}[\\p{L}'’]+ (?:\\p{Lu}[\\p{L}'’]+ )?(?:Cottage|House|Farm|Court|Lodge|Barn|Hall|Villa|Mill|Tower),?[ \\n])[^.!?;:]{0,90}\\b(?:${streets})\\b[^.!?;:]{0,60}$`,
  'u',
)
const surelyStreet =
  /(?<![\w£.,/-])(?:(?:Flat|Apartment|Apt) ?\w{1,4},? )?(?!(?:19|20)\d\d )\d{1,4}[a-zA-Z]?,? (?:[A-Z][a-z'’]+ ){1,3}(?:Street|Road|Avenue|Lane|Close|Crescent|Drive|Terrace|Mews|Gardens|Grove)(?!\w| [A-Z][a-z])/g

/** Addresses up to their postcode, house numbers with their street, and postcodes by themselves. */
export const addressSpans = (text: string): Span[] => [
  ...spansOf(text, 'postcode', postcode).map((found): Span => {
    const before = text.slice(Math.max(0, found.start - 160), found.start)
    const address = upToPostcode.exec(before)
    return address
      ? { kind: 'address', start: found.start - before.length + address.index, end: found.end }
      : found
  }),
  ...spansOf(text, 'address', surelyStreet),
]
