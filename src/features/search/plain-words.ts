/** A word as it stands in a text, and the plain words it is found by ('e-Payments' → 'payments epayments'). */
export type Token = { start: number; end: number; plain: string }

const token = /[\p{L}\p{N}\p{M}]+(?:[-'’‐‑.,&][\p{L}\p{N}\p{M}]+)*/gu
const ending = /['’](?:s|ll|re|ve|d|m)$/u
const negation = /n['’]t$/u
const betweenParts = /[-'’‐‑.,&]|(?<=\p{Ll})(?=\p{Lu})/u
const longestWord = 60

const remembered = new Map<string, string>()
const mostRemembered = 50_000
// A longer word is a slice, which would keep in memory the whole text it was cut from.
const longestRemembered = 12

/** The words of a text with their places; whatever is not a letter or digit only parts them. */
export function* tokensOf(text: string): Generator<Token> {
  for (const match of text.matchAll(token)) {
    const plain = plainWord(match[0])
    if (plain) yield { start: match.index, end: match.index + match[0].length, plain }
  }
}

/** The text as lower-case words and spaces, which PostgreSQL's parser takes for nothing but words and numbers. */
export function plainText(text: string): string {
  const words: string[] = []
  for (const { plain } of tokensOf(text)) words.push(plain)
  return words.join(' ')
}

/** Working a word out takes ten times as long as looking it up, and texts share most of theirs. */
function plainWord(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const plain = workedOut(word)
  if (word.length > longestRemembered) return plain
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(word, plain)
  return plain
}

function workedOut(word: string): string {
  if (/^[\p{Ll}\p{Lu}]+$/u.test(word) && !betweenParts.test(word)) return folded(word)
  if (/^\d+\.\d+$/.test(word)) return word
  if (/^\d{1,3}(,\d{3})+$/.test(word)) return word.replaceAll(',', '')
  if (negation.test(word)) return ''
  const parts = word.replace(ending, '').split(betweenParts).map(folded).filter(Boolean)
  if (parts.length < 2) return parts.join('')
  const joined = parts.length < 4 && parts.some(part => /\p{L}/u.test(part)) ? [parts.join('')] : []
  const whole = parts.filter((part, at) => joined.length === 0 || isWord(part, at === parts.length - 1))
  return [...whole, ...joined.filter(part => part.length <= longestWord)].join(' ')
}

// What stands before a hyphen and is no word: 're-key' and 're-usable' have nothing in common.
const prefixes = new Set(['co', 'de', 'ex', 'mis', 'non', 'pre', 're', 'sub', 'un'])

const isWord = (part: string, isLast: boolean) => part.length > 1 && (isLast || !prefixes.has(part))

/** One spelling for what English writes in two ways, and the singular of plurals that a stemmer does not know. */
function folded(part: string): string {
  // What is one sign may be taken apart into others: '⑴' is a digit in brackets.
  const word = part
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
  if (word.length > longestWord) return ''
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  return oneSpelling[word] ?? endings.reduce((as, [from, to]) => as.replace(from, to), word)
}

const endings: [RegExp, string][] = [
  [/(?<=[a-z]{3})iz(?=(e[drs]?|ers|ing|ations?|ational|able)$)/, 'is'],
  [/(?<=[a-z]{2})yz(?=(e[drs]?|ers|ing|able)$)/, 'ys'],
  [/(?<=[a-z]{3})our(?=(s|ed|ing|able|al|ally|ful|less|hoods?|ite|ites)?$)/, 'or'],
  [/^licenc/, 'licens'],
  [/^practis/, 'practic'],
  [/^enquir/, 'inquir'],
  [/^(program|kilogram)mes?$/, '$1'],
  [/^(cent|met|theat|lit|fib|calib|kilomet|millimet|centimet)re(s?)$/, '$1er$2'],
  [/(?<=^(judg|acknowledg))ement/, 'ment'],
]

// From a bare object the word 'constructor' would find something too.
const oneSpelling: Record<string, string> = Object.assign(Object.create(null), {
  children: 'child',
  people: 'person',
  women: 'woman',
  men: 'man',
  lives: 'life',
  wives: 'wife',
  thieves: 'thief',
  feet: 'foot',
  mice: 'mouse',
  analysis: 'analyse',
  analyses: 'analyse',
  hypotheses: 'hypothesis',
  theses: 'thesis',
  crises: 'crisis',
  criteria: 'criterion',
  phenomena: 'phenomenon',
  vortices: 'vortex',
  matrices: 'matrix',
  indices: 'index',
  vertices: 'vertex',
  radii: 'radius',
  grey: 'gray',
  aeroplane: 'airplane',
  aeroplanes: 'airplane',
  cheque: 'check',
  cheques: 'check',
  catalogue: 'catalog',
  catalogues: 'catalog',
  dialogue: 'dialog',
  analogue: 'analog',
  defence: 'defense',
  offence: 'offense',
  fulfil: 'fulfill',
  enrol: 'enroll',
  enrolment: 'enrollment',
  sceptical: 'skeptical',
  mould: 'mold',
  kerb: 'curb',
  kerbside: 'curbside',
})

const beginning = 4

/**
 * How the words begin that have this stem: a quick look for them, which finds others too. Spellings part at a vowel
 * ('fibre' and 'fiber', 'city' and 'citi'), so the last one is left out.
 */
export function beginningsOf(stem: string): string[] {
  const own = stem.slice(0, beginning).replace(/(?<=..)[aeiouy]$/, '')
  const others = Object.entries(oneSpelling).filter(([, plain]) => plain.startsWith(own))
  const enquiry = own === 'inqu' ? ['enqu'] : []
  return [own, ...enquiry, ...others.map(([written]) => written.slice(0, beginning))]
}
