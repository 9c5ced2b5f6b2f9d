import type { Span } from './screen.ts'
import { around, digitsOf, spansOf } from './screen-spans.ts'

const nationalInsurance =
  /(?<![\w-])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\w-])/gi

const tenDigits = /(?<![\w£.,/-]|\d )[1-9]\d{2}([ -]?)\d{3}\1\d{4}(?![\w/]|[-.,]\d| \d)/g

/** The last of the ten digits of an NHS number checks the others. */
function isNhsNumber(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  return (11 - (sum % 11)) % 11 === Number(digits[9])
}

const nhsSpans = (text: string): Span[] =>
  spansOf(text, 'nhs', tenDigits).filter(span => {
    const words = text.slice(span.start, span.end)
    if (/\bNHS\b/.test(around(text, span, 40))) return true
    return /[ -]/.test(words) && isNhsNumber(digitsOf(words))
  })

const owners =
  'case|client|resident|tenant|tenancy|patient|customer|complaint|incident|crime|claim|claimant|safeguarding|referral|ticket|council tax|rent|housing benefit|benefit|parking|penalty charge|PCN|pupil|applicant|service user|application|account|your|our'
// A number of four digits or more, perhaps with letters, strokes and dashes: CAS-00123, 2019/04567, 12345678.
const number =
  '(?!(?:19|20)\\d\\d(?![\\w/-]))(?=[\\w/-]*\\d[\\w/-]*\\d[\\w/-]*\\d[\\w/-]*\\d|[A-Z][A-Z/-]*\\d{3})[A-Z\\d][\\w/-]{3,24}(?<![/-])'
const ownedNumber = new RegExp(
  `(?<![\\w-])(?<!planning |contract |notice |tender |framework |fund |funding |grant )(?:${owners}) (?:(?:file|record|account) )?(?:numbers?|no\\.?|ref\\.?|refs|references?(?: numbers?| no\\.?)?|id|#)(?: is| was)?:? ?#?(${number})(?![\\w%]|,\\d)`,
  'gi',
)
const nakedCase = new RegExp(
  `(?<![\\w-])[Cc]ases? #?(${number})(?![\\w%]|,\\d)(?! (?:cases|residents|people|households|a year|per|in|were|have))`,
  'g',
)
const shortReference = new RegExp(
  `(?<![\\w-])(?:[Oo]ur |[Yy]our )?(?:[Rr]ef|REF)(?:\\.|:|\\.:| no\\.?:?) ?(${number})(?![\\w%])`,
  'g',
)
const pupilNumber =
  /(?<!\w)(?:UPN|ULN|crime reference|CRN)(?: number| no\.?)?:? ([A-Z]?\d{6,13}[A-Z]?)(?!\w)/g

const publicWork =
  /\b(?:contract|notice|tender|procurement|framework|OJEU|opportunity|FOI|planning|invitation)\b[^.]{0,30}$/i

const caseSpans = (text: string): Span[] =>
  [ownedNumber, nakedCase, shortReference, pupilNumber]
    .flatMap(pattern => spansOf(text, 'case', pattern))
    .filter(({ start }) => !publicWork.test(text.slice(Math.max(0, start - 50), start)))

const sortCode = /(?<![\w-])\d{2}[- ]\d{2}[- ]\d{2}(?![\w-]|[- ]\d{2}[- ])/g
const isBank = /\bsort\s?code|\bbank|\baccount|\ba\/c/i
const accountNumber = /\b(?:account|a\/c)(?: number| no\.?| nr\.?)?(?: is)?:? (\d{8})(?!\d)/gi
const iban = /(?<!\w)GB\d{2} ?[A-Z]{4}(?: ?\d){14}(?!\w)/g
const cardNumber = /(?<![\w-])[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\w-])/g

function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const bankSpans = (text: string): Span[] => [
  ...spansOf(text, 'bank', iban),
  ...spansOf(text, 'bank', cardNumber).filter(({ start, end }) =>
    isCardNumber(digitsOf(text.slice(start, end))),
  ),
  ...spansOf(text, 'bank', sortCode).filter(span => isBank.test(around(text, span, 40))),
  ...spansOf(text, 'bank', accountNumber),
]

/** Numbers that stand for one person, one case or one account. */
export const numberSpans = (text: string): Span[] => [
  ...spansOf(text, 'national-insurance', nationalInsurance),
  ...nhsSpans(text),
  ...bankSpans(text),
  ...caseSpans(text),
]
