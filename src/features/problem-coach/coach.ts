import {
  councilPhrases,
  councilTerms,
  everydayTechnologies,
  products,
  technologies,
  things,
  wishedFor,
} from './named-things.ts'
import { people } from './people.ts'
import { stemFor } from './stem.ts'

/** A problem as far as it is written; what is not there yet is empty. */
export type Draft = {
  title: string
  happens?: string
  affected?: string
  evidence?: string
  /** What it costs to do nothing: words, or the band that was chosen. */
  cost?: string
  outcome?: string
}

export const rules = [
  'product',
  'technology',
  'solution',
  'council-terms',
  'user',
  'evidence',
  'cost',
  'measure',
] as const
export type Rule = (typeof rules)[number]

/** What the coach says of one thing: `quotes` are the draft's own words; `stem` is a beginning to go on from. */
export type Advice = { rule: Rule; quotes: string[]; says: string; stem?: string }

type Found = { start: number; end: number; text: string }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const longestFirst = (words: readonly string[]) =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
const aWord = (pattern: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}_])(?:${pattern})(?![\\p{L}\\p{N}_])`, flags)

const find = (text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: found,
  }))

/** Longer finds first: of 'mobile app' and 'app' the first is quoted. */
const withoutInner = (found: Found[]) =>
  found.filter(
    (one, at) =>
      !found.some(
        (other, n) =>
          n !== at && other.start <= one.start && other.end >= one.end && other.text.length > one.text.length,
      ),
  )

const quotesOf = (found: Found[]) => [
  ...new Set(
    withoutInner(found)
      .toSorted((a, b) => a.start - b.start)
      .map(({ text }) => text),
  ),
]

const productPattern = aWord(longestFirst(products), 'gu')
const anyOf = (words: readonly string[]) => aWord(`(?:${longestFirst(words)})(?:s|es)?`, 'giu')
const technologyPattern = anyOf([...technologies, ...everydayTechnologies])
// What everybody has by now can be where the trouble is.
const tellingTechnologyPattern = anyOf(technologies)

const wishes =
  'new|digital|online|smart|single|shared|common|central|cloud[- ]based|self[- ]serve|self[- ]service|automated|integrated|modern|web[- ]based|mobile|electronic|better|standardi[sz]ed|open[- ]source|end[- ]to[- ]end'
const ofAKind = '(?: (?!(?:and|or|of|for|in|to|with|that|which|is|are|was|because|when)\\b)[\\p{L}-]+){0,3}'
const wishedPattern = aWord(`(?:${wishes})${ofAKind} (?:${longestFirst(wishedFor)})s?`, 'giu')
const thingPattern = aWord(`(?:${longestFirst(things)})s?`, 'giu')

const acts =
  'adopt|automat|build|buy|creat|deliver|deploy|design|develop|digiti[sz]|implement|install|integrat|introduc|launch|migrat|moderni[sz]|outsourc|pilot|procur|prototyp|provid|purchas|re-?design|replac|roll(?:ing)? ?out|scal|supply|test|transform|trial|upgrad|us'
const begins = new RegExp(
  `^\\s*(?:(?:discovery|alpha|beta|project|programme|business case|feasibility study)(?: phase)?(?: (?:to|for|into|of))?:? )?(?:the )?(?:we (?:need|want|require)|(?:${acts})(?:e|es|ing|ation|ion|ment|al)?(?: and (?:${acts})(?:e|ing|ation|ion|ment)?)?)(?= \\p{L})`,
  'iu',
)
const meansFor =
  /\b(?:implementation|procurement|replacement|roll-?out|introduction|digiti[sz]ation|automation|deployment|migration|integration|redesign|upgrade)\b/giu

const aims = /\b(?:so that|that|who|whose|which|where|how|to)\b/iu
const happening =
  /\b(?:is|are|was|were|has|have|had|cannot|can[’']t|do(?:es)? not|don[’']t|doesn[’']t|did not|will not|won[’']t|nobody|no one|never|keeps?|waits?|takes?|lose[sd]?|loses|miss(?:es)?|fails?|gets?|goes?|costs?|struggles?|retypes?|reports?|comes?|submits?|asks?|calls?|phones?|leaves?|falls?|rises?|rose|fell|runs?|become|becomes|drop|drops|spend|spends|arrives?|sits?|stays?|know|knows|find|finds|see|sees|repeat|repeats|because|without)\b/iu

/** Whether a title tells what happens ('tenants wait for repairs'), rather than naming a thing to have or to do. */
export function tellsWhatHappens(title: string): boolean {
  if (/^\s*we (?:need|want|require)\b/iu.test(title)) return false
  return happening.test(title.split(aims)[0]!)
}

/** Words in capitals that anybody reads without help. */
const everydayCapitals = new Set(
  'UK EU US GP NHS HR IT ICT ID TV PC CCTV PDF VAT BBC QR SMS URL DIY FAQ MP MPs OK A&E COVID COVID-19 PIN ATM DVLA HMRC DWP GOV GDPR AI API CRM ERP RPA IOT LLM CMS OCR II III IV VI'.split(
    ' ',
  ),
)
const capitals =
  /(?<![\p{L}\p{N}.@/&-])(?=[\p{L}\d&]*\p{Lu}[\p{L}\d&]*\p{Lu})[\p{Lu}][\p{L}\d&]{1,6}(?![\p{L}\p{N}@/-]|\.\p{L})/gu
const termPattern = aWord(longestFirst(Object.keys(councilTerms)), 'gu')
const phrasePattern = aWord(`(?:${longestFirst(Object.keys(councilPhrases))})s?`, 'giu')
const isShouting = (text: string) => text.length > 12 && text === text.toUpperCase()

/** What is spelt out beside its short name, in either order, needs no explaining. */
const isSpeltOut = (text: string, term: string) =>
  text.includes(`(${term})`) ||
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)} \\([^)]{4,}\\)`, 'u').test(text)

const meaningOf = (quote: string): string | undefined => {
  const plain = quote.toLowerCase()
  return councilTerms[quote] ?? councilPhrases[plain] ?? councilPhrases[plain.replace(/s$/, '')]
}

function councilWordsIn(text: string): string[] {
  if (isShouting(text)) return []
  const named = find(text, productPattern)
  const found = [...find(text, phrasePattern), ...find(text, termPattern), ...find(text, capitals)].filter(
    one => !named.some(({ start, end }) => start <= one.start && end >= one.end),
  )
  return quotesOf(found).filter(
    quote =>
      !/\d\d\d/.test(quote) &&
      !everydayCapitals.has(quote.replace(/s$/, '').toUpperCase()) &&
      !isSpeltOut(text, quote),
  )
}

function onTitle(title: string): Advice[] {
  const isTold = tellsWhatHappens(title)
  const stem = isTold
    ? undefined
    : stemFor(title, [begins, productPattern, technologyPattern, wishedPattern, meansFor])
  const named = quotesOf(find(title, productPattern))
  const technology = quotesOf(find(title, isTold ? tellingTechnologyPattern : technologyPattern))
  return [
    named.length > 0 && {
      rule: 'product' as const,
      quotes: named,
      says: 'A title with a product or a supplier in it is found only by those who have the same one. Say what goes wrong, whoever made it.',
      stem,
    },
    technology.length > 0 && {
      rule: 'technology' as const,
      quotes: technology,
      says: 'This names a technology. Others have the same trouble and think of another answer: say what the trouble is.',
      stem,
    },
    ...(isTold ? [] : onSolution(title, technology, stem)),
  ].filter(advice => advice !== false)
}

function onSolution(title: string, technology: string[], stem?: string): Advice[] {
  const wished = quotesOf([...find(title, wishedPattern), ...find(title, thingPattern)]).filter(
    quote => !technology.some(named => quote.includes(named)),
  )
  const start = begins.exec(title)?.[0].trim()
  const quotes = start ? [start] : wished.length > 0 ? wished : quotesOf(find(title, meansFor))
  if (quotes.length === 0) return []
  const says = 'This says what to do or to have. Say first what goes wrong without it, and for whom.'
  return [{ rule: 'solution', quotes, says, stem }]
}

const figure =
  /\d|\b(?:half|twice|double[sd]?|third|quarter|dozens?|hundreds?|thousands?|most|every (?:day|week|month)|one|two|three|four|five|six|seven|eight|nine|ten) ?/iu
const sources =
  /\b(?:survey|interview|complain|feedback|audit|ombudsman|inspect|research|stud(?:y|ies)|stat(?:istics|s)|figures?|log(?:s|ged)?|record|count|measured|analytics|call data|report(?:s|ed)?|observ|shadow|asked|told|sample|case file|timesheet|workshop|user test|review|evidence|data)/iu
const moreOrLess =
  /\d|\b(?:few(?:er|est)|less|more|shorter|faster|quicker|sooner|half|halve[sd]?|double|within|no longer than|at most|at least|from .+ to |none|nobody|every|all|first time|same day|reduc|drop|fall|rise|increas|down to|up to|per cent|%|on time|by (?:noon|midday|the (?:next|same|end)|tomorrow|then|[a-z]+day))\b/iu

/** What an argument lacks; each part is only looked at once something is written there or the draft is whole. */
function onArgument(draft: Draft): Advice[] {
  const { title, happens = '', affected = '', evidence = '', cost = '', outcome = '' } = draft
  const isWithoutUser = !people.test(`${title}\n${happens}\n${affected}`)
  return [
    isWithoutUser && {
      rule: 'user' as const,
      quotes: affected ? [affected] : [],
      says: 'It does not say for whom this is worse. Name the people: residents, carers, crews, officers, and about how many.',
      stem: 'This makes it harder for … to …, about … times a …',
    },
    !(evidence && (figure.test(evidence) || sources.test(evidence))) && {
      rule: 'evidence' as const,
      quotes: evidence ? [evidence] : [],
      says: evidence
        ? 'It says that it is so, and not how you know. A count, complaints, a survey, calls in a week: any of them is enough.'
        : 'It does not say how you know. A count, complaints, a survey, calls in a week: any of them is enough.',
      stem: 'We know because in … we counted …',
    },
    cost.trim() === '' && {
      rule: 'cost' as const,
      quotes: [],
      says: 'It does not say what it costs to do nothing. A rough band is enough, in money, hours or harm.',
      stem: 'If nothing changes, each year …',
    },
    !(outcome && moreOrLess.test(outcome)) && {
      rule: 'measure' as const,
      quotes: outcome ? [outcome] : [],
      says: outcome
        ? 'This cannot be measured yet. Say what would be more, less, sooner, and from how much to how much.'
        : 'It does not say how anybody would see that it is better. Say what would be more, less or sooner, from how much to how much.',
      stem: 'It is better when … falls from … to …',
    },
  ].filter(advice => advice !== false)
}

function onCouncilTerms({
  title,
  happens = '',
  affected = '',
  evidence = '',
  outcome = '',
}: Draft): Advice[] {
  const quotes = councilWordsIn([title, happens, affected, evidence, outcome].filter(Boolean).join('\n'))
  if (quotes.length === 0) return []
  const known = quotes.flatMap(quote => {
    const meaning = meaningOf(quote)
    return meaning ? [`“${quote}” is ${meaning}`] : []
  })
  const says = [
    'Not everybody who has this problem knows these words. Write them out once.',
    ...(known.length > 0 ? [`${known.join('; ')}.`] : []),
  ]
  return [{ rule: 'council-terms', quotes, says: says.join(' ') }]
}

/** Reads a title alone: what in it hides the problem. */
export const coachTitle = (title: string): Advice[] => [...onTitle(title), ...onCouncilTerms({ title })]

/** Reads a draft as far as it is written and says what would make it easier to find and to believe. Never an error. */
export const coachDraft = (draft: Draft): Advice[] => [
  ...onTitle(draft.title),
  ...onCouncilTerms(draft),
  ...onArgument(draft),
]
