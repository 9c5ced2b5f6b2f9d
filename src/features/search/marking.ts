import { tokensOf } from './plain-words.ts'

/** A stretch of text; marked when it is a word that met. */
export type Part = { text: string; isMarked: boolean }

/** Stems by plain word, as PostgreSQL's dictionary gives them; a stop word has none. */
export type Stems = Map<string, string[]>

/** The plain words of texts, each once: what stems are needed for. */
export const wordsToStem = (texts: string[]): string[] => [
  ...new Set(texts.flatMap(text => Array.from(tokensOf(text), ({ plain }) => plain))),
]

/** A text in parts, the words whose stem is among `wanted` marked; neighbours that are both marked become one part. */
export function markWords(text: string, stems: Stems, wanted: ReadonlySet<string>): Part[] {
  const parts: Part[] = []
  const add = (piece: string, isMarked: boolean) => {
    if (piece) parts.push({ text: piece, isMarked })
  }
  let at = 0
  for (const { start, end, plain } of tokensOf(text)) {
    if (!stems.get(plain)?.some(stem => wanted.has(stem))) continue
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
