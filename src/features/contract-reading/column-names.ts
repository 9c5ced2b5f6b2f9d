/** What a column of a register can say of a contract. */
export const columnFields = [
  'title',
  'description',
  'reference',
  'supplier',
  'company',
  'starts',
  'ends',
  'length',
  'extension',
  'extendsTo',
  'value',
  'annualValue',
  'cpv',
  'procedure',
  'category',
  'department',
  'buyer',
  'url',
  'statedOn',
] as const

export type ColumnField = (typeof columnFields)[number]
/** `contact` names a person: it is neither read nor kept. `aside` says nothing that we ask for. */
export type ColumnMeaning = ColumnField | 'contact' | 'aside'

const words = (text: string) => new RegExp(`\\b(?:${text})\\b`)

const money = 'value|amount|sum|cost|costs|price|worth|spend|spending|budget|gbp|£'
const supplier =
  'suppliers?|contractors?|providers?|vendors?|tenderers?|bidders?|consultants?|compan(?:y|ies)|firm|payee'

/** How sure a heading is of a meaning, most telling first within each meaning. Headings come in small letters, without signs. */
const signs: [ColumnMeaning, number, RegExp, RegExp?][] = [
  [
    'contact',
    13,
    words('contact|officer|e ?mail|telephone|phone|tel|owner|named person|sponsor|buyer name|lead name'),
    words('department|directorate|division'),
  ],
  [
    'contact',
    11,
    words('manager|lead|responsible person|author|budget holder|requester'),
    words('department|directorate|division|title|supplier'),
  ],
  [
    'aside',
    13,
    words(
      'irrecoverable|unrecoverable|cannot be recovered|non recoverable|vat (?:amount|rate|that|element|not)|vat not',
    ),
  ],
  ['aside', 9, /^vat$/],
  [
    'aside',
    12,
    words(
      'review|reviewed|sme|vcse|vcse?s|voluntary|charit(?:y|able)|address|postcode|post code|town|ward|alert|notice period|break',
    ),
  ],
  [
    'aside',
    11,
    words(`(?:${supplier}) (?:type|size|status|id|ref|reference|no|code|category|classification|count)`),
  ],
  [
    'aside',
    11,
    words(
      'awarded|award date|date of award|signed|sealed|decision|approval|tender date|advert\\w*|deadline|invoiced|paid|to date|actual spend|remaining|saving|savings|risk|tier|rating|gdpr|tupe|insurance|status|live|kpis?|days|extension used|extended',
    ),
    words(supplier),
  ],
  ['aside', 10, words('uri|coverage|organisation (?:id|code)')],
  [
    'extendsTo',
    14,
    /^(?=.*\b(?:exten\w*|max\w*|latest|final|ultimate|options?|including|incl?|with|possible|potential|could|may)\b)(?=.*\b(?:end|ends|expir\w*|finish|until|date|to|completion|termination)\b)/,
    words(`exclu\\w*|excl?|without|before|prior|options? to|${money}|taken|granted|months|years|start`),
  ],
  ['extension', 9, words('exten\\w*|renewals?|options?'), words(`exclu\\w*|excl?|without|${money}`)],
  [
    'extension',
    8,
    words(
      'options to extend|option to extend|extension (?:available|options?|period|length|terms?|provisions?)',
    ),
  ],
  [
    'starts',
    11,
    /^(?:contract |agreement |actual |initial |original |award |planned |service |term )*(?:start|starts|commence|commences|commencement|commencing|begin|begins|beginning|date from|from|valid from)(?: date| on)?(?: of (?:the )?(?:contract|agreement|service))?$/,
  ],
  ['starts', 8, words('start|starts|commence\\w*|commencing|begins?|beginning|from'), words(`${money}|whom`)],
  ['starts', 5, words('effective date|effective from|go live')],
  [
    'ends',
    11,
    /^(?:contract |agreement |actual |initial |original |current |planned |service |term )*(?:end|ends|ending|expiry|expires|expiration|finish|finishes|completion|termination|date to|to|valid to|until)(?: date| on)?(?: of (?:the )?(?:contract|agreement|service))?$/,
  ],
  [
    'ends',
    8,
    words('end|ends|ending|expir\\w*|finish\\w*|completion|terminat\\w*|until|ceases?'),
    words(money),
  ],
  ['ends', 6, /\bto$/, words(`${supplier}|award\\w*|options?|exten\\w*`)],
  [
    'length',
    9,
    words('length|duration|term|terms? of contract|period|contract dates|dates'),
    words(`${money}|payment|conditions|notice|exten\\w*|from|to|start|end|expiry`),
  ],
  ['length', 6, words('years|months'), words(`${money}|exten\\w*`)],
  [
    'annualValue',
    12,
    new RegExp(
      `^(?=.*\\b(?:annual|annually|annum|pa|p a|yearly|per year|12 months?)\\b)(?=.*(?:\\b(?:${money})\\b|£))`,
    ),
    words('total|length of|whole|over'),
  ],
  [
    'value',
    12,
    new RegExp(
      `^(?=.*\\b(?:total|whole|overall|full|lifetime|aggregate|maximum|length of|life of)\\b)(?=.*(?:\\b(?:${money})\\b|£))`,
    ),
  ],
  [
    'value',
    11,
    /^(?:contract |estimated |approximate |approx |agreement |awarded |award |est )*(?:value|sum|amount|cost|price)(?: of (?:the )?(?:contract|agreement|award))?(?: (?:£|gbp|in £|in gbp|pounds))*$/,
  ],
  ['value', 9, new RegExp(`\\b(?:contract|award\\w*|agreement|order|estimated)\\b.*\\b(?:${money})\\b`)],
  ['value', 7, new RegExp(`\\b(?:${money})\\b|£`), words('band|type|centre|holder|code|vat')],
  ['cpv', 13, words('cpv|common procurement vocabulary')],
  [
    'company',
    12,
    /^(?=.*\b(?:compan(?:y|ies)|registered|registration|crn|reg|coh|co)\b)(?=.*\b(?:no|nos|num|number|numbers|reg|registration|house|id)\b)/,
    words('vat|charity|contract|agreement|unit|duns'),
  ],
  [
    'supplier',
    11,
    new RegExp(
      `^(?:name of |successful |awarded |main |lead |preferred |winning |contract |current )*(?:the )?(?:${supplier})(?: s)?(?: names?| name s)?$`,
    ),
  ],
  [
    'supplier',
    8,
    words(`${supplier}|awarded to|party|parties|whom`),
    words('no|number|description|title|house|vat|notes?|method|date|value|ref'),
  ],
  [
    'title',
    11,
    /^(?:contract |agreement |project |tender |procurement |requirement |opportunity )*(?:title|contract name|agreement name|name of contract|name of agreement)(?: of (?:the )?(?:contract|agreement|project|goods.*|services?))?$/,
  ],
  [
    'title',
    9,
    words('title|contract name|agreement name|name of (?:the )?(?:contract|agreement|project)|project name'),
    words('job|lead|manager|post'),
  ],
  [
    'title',
    7,
    /^(?:contract|agreement|project|subject|procurement|requirement|contract s|contracts|item|contract details|contract title and description|contract description title)$/,
  ],
  ['title', 4, /^(?:name|activity|works?|goods services|label|goods and services|what)$/],
  [
    'description',
    10,
    words('description|purpose|scope|summary|nature|details of (?:the )?(?:goods|services|contract)|brief'),
  ],
  [
    'description',
    6,
    words('details|goods|services|provision|comments?|what'),
    words(`area|${supplier}|award|department|exten\\w*`),
  ],
  [
    'reference',
    11,
    /^(?:contract |agreement |council |procurement |tender |unique |project |our |register |contracts register |dn |proc ?contract |opportunity |atamis )*(?:ref|refs|reference|references|ref no|ref number|reference no|reference number|id|no|nos|number|code|identifier|reference id|ref id|unique identifier|dn)$/,
  ],
  ['reference', 7, words('ref|reference|contract (?:no|number|id)'), words(`${supplier}|finance|cost`)],
  [
    'procedure',
    9,
    words(
      'procedure|process|route|method|procurement type|type of procurement|tender type|invitation|itt|quote|quotation|competition|tendered|sourcing|how',
    ),
  ],
  ['category', 9, words('categor(?:y|ies)|proclass|thomson|classification|sector')],
  ['category', 5, words('type|contract type|type of contract|framework'), words(supplier)],
  [
    'department',
    10,
    words(
      'department|departments|dept|directorate|division|service area|business unit|portfolio|service team|responsible (?:department|service|directorate)|service unit',
    ),
  ],
  [
    'department',
    7,
    words('service|team|section|unit|client|group|cost centre|area|office'),
    words('goods|description|provider|start|end|title|type'),
  ],
  [
    'buyer',
    11,
    /^(?:name of )?(?:organisation|organisation name|organisation label|body|body name|authority|authority name|council|council name|local authority|local authority name|contracting authority|contracting authority name|buyer|publisher|publisher label|publisher name|customer|organization|organization name)$/,
  ],
  ['url', 9, words('url|link|links|web ?page|web ?site|web address|hyperlink')],
  [
    'statedOn',
    7,
    words(
      'last updated|updated|date updated|published|publication date|date published|as at|extract date|reporting date|report date|last modified|modified',
    ),
  ],
  ['statedOn', 4, words('effective date')],
]

/** A heading in small letters, words apart, without signs: "ContractStart_Date" is "contract start date". */
export const headingWords = (heading: string) =>
  heading
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z\d£]+/g, ' ')
    .trim()

/** Each meaning that a heading can have, with how sure that is. */
export function meaningsOf(heading: string): Map<ColumnMeaning, number> {
  const said = headingWords(heading)
  const found = new Map<ColumnMeaning, number>()
  if (!said || said.length > 200) return found
  for (const [meaning, weight, form, unless] of signs) {
    if (form.test(said) && !unless?.test(said)) found.set(meaning, Math.max(weight, found.get(meaning) ?? 0))
  }
  return found
}

export type HeadingUnit = {
  length?: 'years' | 'months' | 'weeks' | 'days'
  factor?: number
  per?: 'year' | 'month'
}

/** What a heading says of all cells below it: "Term (months)", "Value £000". */
export function unitsOf(heading: string): HeadingUnit {
  const said = headingWords(heading)
  const units: HeadingUnit = {}
  if (words('months?|mths?').test(said)) units.length = 'months'
  else if (words('years?|yrs?').test(said)) units.length = 'years'
  else if (words('weeks?').test(said)) units.length = 'weeks'
  else if (words('days?').test(said)) units.length = 'days'
  if (/£ ?0?00s?\b|\b000s?\b|£ ?k\b|\bthousands?\b|\bk\b/.test(said)) units.factor = 1000
  else if (/£ ?m\b|\bmillions?\b/.test(said)) units.factor = 1_000_000
  else if (words('pence').test(said)) units.factor = 0.01
  if (words('monthly|per month').test(said)) units.per = 'month'
  return units
}
