import { type Token, tokensOf } from './plain-words.ts'
import { findRuns, formsOf, type RingLexicon } from './ring-words.ts'

/** A stretch of text; marked when it is a word that met. */
export type Part = { text: string; isMarked: boolean }

/** Stems by plain word, as PostgreSQL's dictionary gives them; a stop word has none. */
export type Stems = Map<string, string[]>

/** The plain words of texts, each once: what stems are needed for. */
export const wordsToStem = (texts: string[]): string[] => [
  ...new Set(texts.flatMap(text => Array.from(tokensOf(text), ({ plain }) => plain))),
]

/** What is marked: words of these stems, and words of these rings. */
export type Sought = { stems: Stems; wanted: ReadonlySet<string>; rings: RingLexicon }

export type RingRun = { ring: string; form: string; tokens: Token[] }

/** Where words of rings stand in a text. */
export function ringRunsIn(tokens: Token[], rings: RingLexicon): RingRun[] {
  if (rings.size === 0) return []
  const placed = tokens.flatMap(token => formsOf(token.plain).map(form => ({ form, token })))
  const runs = findRuns(
    placed.map(({ form }) => form),
    rings,
  )
  return runs.map(({ ring, form, at, length }) => ({
    ring,
    form,
    tokens: placed.slice(at, at + length).map(({ token }) => token),
  }))
}

/** A text in parts, the words that are sought marked; neighbours that are both marked become one part. */
export function markWords(text: string, { stems, wanted, rings }: Sought): Part[] {
  const parts: Part[] = []
  const add = (piece: string, isMarked: boolean) => {
    if (piece) parts.push({ text: piece, isMarked })
  }
  const tokens = [...tokensOf(text)]
  const ofRings = new Set(ringRunsIn(tokens, rings).flatMap(run => run.tokens))
  let at = 0
  for (const token of tokens) {
    const { start, end, plain } = token
    if (!ofRings.has(token) && !stems.get(plain)?.some(stem => wanted.has(stem))) continue
    const last = parts.at(-1)
    if (last?.isMarked && /^ $/.test(text.slice(at, start))) last.text += text.slice(at, end)
    else {
      add(text.slice(at, start), false)
      add(text.slice(start, end), true)
    }
    at = end
  }
  add(text.slice(at), false)
  return parts
}

/** The stems of plain words, each once. */
export const stemsAmong = (words: string[], stems: Stems): Set<string> =>
  new Set(words.flatMap(word => stems.get(word) ?? []))

/** The stems in a text, each once. */
export const stemsIn = (text: string, stems: Stems): Set<string> => stemsAmong(wordsToStem([text]), stems)

/** A text in sentences, or in lines where there are none. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])|\n+/u)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
