import {
  markWords,
  type Part,
  ringRunsIn,
  type Sought,
  sentencesOf,
  stemsAmong,
  wordsToStem,
} from './marking.ts'
import { beginningsOf, tokensOf } from './plain-words.ts'
import { termOfRing } from './ring-words.ts'

const longestSnippet = 260

/** Characters of a document's text that are looked at for a snippet. */
export const looked = 6000

// Lists of names and tags say nothing beside the title.
const hasWords = /^(?:\S+\s+){3}\S/

type Passage = { at: number; text: string; words: string[] }
type Sentence = Passage & { met: Set<string>; weight: number }

/** What of a document may become its snippet: sentences in which words may meet the query, else its beginning. */
export type SnippetSource = { passages: Passage[]; text: string }

/** Finds where words of these stems may stand: in more places than they do. A stem has letters, digits and dots only. */
export const lookFor = (stems: string[]) =>
  new RegExp([...new Set(stems.flatMap(beginningsOf))].join('|'), 'i')

/** The sentences that a quick look found, or all where it found none: only these are read word by word. */
export function snippetSource(
  { summary, text }: { summary: string; text: string },
  sought: RegExp,
): SnippetSource {
  const source = `${summary}\n${text}`.slice(0, looked).toWellFormed()
  const all = sentencesOf(source)
    .filter(sentence => hasWords.test(sentence))
    .map((text, at) => ({ at, text }))
  const found = all.filter(({ text }) => sought.test(text))
  const passages = (found.length > 0 ? found : all).map(one => ({ ...one, words: wordsToStem([one.text]) }))
  return { passages, text: source }
}

/** The sentences of a document that meet the query best, words marked; its beginning where none does. */
export function makeSnippet(
  { passages, text }: SnippetSource,
  sought: Sought,
  weights: ReadonlyMap<string, number>,
): Part[] {
  const sentences = passages.map((passage): Sentence => {
    const rings = sought.rings.size > 0 ? ringRunsIn([...tokensOf(passage.text)], sought.rings) : []
    const found = [...stemsAmong(passage.words, sought.stems), ...rings.map(({ ring }) => termOfRing(ring))]
    const met = new Set(found.filter(term => weights.has(term)))
    return { ...passage, met, weight: weigh(met, weights) }
  })
  const first = heaviest(sentences)
  if (!first) return [{ text: cut(text.trim().replace(/\s+/g, ' '), 0), isMarked: false }]
  const rest = sentences.map(sentence => ({
    ...sentence,
    weight: weigh(new Set([...sentence.met].filter(stem => !first.met.has(stem))), weights),
  }))
  const second = first.text.length < longestSnippet * 0.6 ? heaviest(rest) : undefined
  const chosen = [first, ...(second ? [second] : [])].sort((a, b) => a.at - b.at)
  return chosen.flatMap((sentence, n) => [
    ...(n > 0 ? [{ text: sentence.at === chosen[n - 1]!.at + 1 ? ' ' : ' … ', isMarked: false }] : []),
    ...markWords(around(sentence.text, sought), sought),
  ])
}

const weigh = (met: Set<string>, weights: ReadonlyMap<string, number>) =>
  [...met].reduce((sum, stem) => sum + weights.get(stem)!, 0)

const heaviest = (sentences: Sentence[]): Sentence | undefined =>
  sentences.reduce<Sentence | undefined>(
    (best, sentence) => (sentence.weight > (best?.weight ?? 0) ? sentence : best),
    undefined,
  )

/** A long sentence from a little before the first word that met. */
function around(sentence: string, sought: Sought): string {
  if (sentence.length <= longestSnippet) return sentence
  const [before] = markWords(sentence, sought)
  const start = before!.isMarked ? 0 : Math.max(0, before!.text.length - longestSnippet / 3)
  return cut(sentence, start)
}

function cut(text: string, from: number): string {
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  if (text.length - start <= longestSnippet) return (start > 0 ? '… ' : '') + text.slice(start)
  const end = text.lastIndexOf(' ', start + longestSnippet)
  const piece = text.slice(start, end > start ? end : start + longestSnippet).toWellFormed()
  return `${start > 0 ? '… ' : ''}${piece} …`
}
