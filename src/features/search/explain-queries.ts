import type { Db } from '#plumbing/database/database.ts'
import { markWords, type Part, type Stems, sentencesOf, stemsIn, wordsToStem } from './marking.ts'
import { readQuery } from './ranking-queries.ts'
import { stemsOf } from './stem-queries.ts'

/** A sentence of the asker and a sentence of a document that share words, with those words marked in both. */
export type Meeting = {
  /** Places in the asker's own sentences (as `sentencesOf` parts them) and in the sentences given. */
  askedAt: number
  foundAt: number
  asked: Part[]
  found: Part[]
  /** The words that met, as the document has them, in its order. */
  words: string[]
  /** How much met: the sum of the words' weights, comparable within one answer. */
  weight: number
}

/** Which sentences of a document answer which of the asker's, and by which words: the best meeting of each, weightiest first. */
export async function explainWords(db: Db, text: string, sentences: string[]): Promise<Meeting[]> {
  const askedSentences = sentencesOf(text)
  const { terms } = await readQuery(db, text)
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
  const stems = await stemsOf(db, wordsToStem([...askedSentences, ...sentences]))
  const asked = askedSentences.map(sentence => stemsIn(sentence, stems))
  const meetings = sentences.flatMap((sentence, foundAt) => {
    const found = stemsIn(sentence, stems)
    const candidates = asked.map((theirs, askedAt) => {
      const met = new Set([...theirs].filter(stem => found.has(stem) && weights.has(stem)))
      return { askedAt, met, weight: [...met].reduce((sum, stem) => sum + weights.get(stem)!, 0) }
    })
    const best = candidates.reduce((a, b) => (b.weight > a.weight ? b : a), {
      askedAt: -1,
      met: new Set<string>(),
      weight: 0,
    })
    if (best.weight === 0) return []
    return [shown({ ...best, foundAt }, askedSentences[best.askedAt]!, sentence, stems)]
  })
  return meetings.sort((a, b) => b.weight - a.weight || a.foundAt - b.foundAt)
}

type Match = { askedAt: number; foundAt: number; met: Set<string>; weight: number }

function shown({ met, ...match }: Match, asked: string, sentence: string, stems: Stems): Meeting {
  const found = markWords(sentence, stems, met)
  const words = new Set(found.filter(({ isMarked }) => isMarked).map(({ text }) => text.toLowerCase()))
  return { ...match, asked: markWords(asked, stems, met), found, words: [...words] }
}
