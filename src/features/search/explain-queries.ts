import type { Db } from '#plumbing/database/database.ts'
import { markWords, type Part, ringRunsIn, stemsIn, wordsToStem } from './marking.ts'
import { tokensOf } from './plain-words.ts'
import { readQuery } from './ranking-queries.ts'
import { lexiconOf, termOfRing } from './ring-words.ts'
import { stemsOf } from './stem-queries.ts'

/** A sentence of the asker and one of a document that share words, with those words marked in both. */
export type Meeting = {
  yours: Part[]
  theirs: Part[]
  /** The words that met, as the document has them. */
  words: string[]
  /** How much met: words counted by their rarity; comparable within one answer. */
  weight: number
}

/**
 * Why documents answer a text: for each document, given as its sentences, the two sentences that share most. Words
 * are the same when PostgreSQL's dictionary stems them alike, or when a ring has both. Undefined where nothing that counts is shared.
 */
export async function explainWords(
  db: Db,
  asked: string[],
  documents: string[][],
): Promise<(Meeting | undefined)[]> {
  const { terms, rings: askedRings } = await readQuery(db, asked.join('\n'))
  const rings = lexiconOf(askedRings.flatMap(({ words }) => words))
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
  const stems = await stemsOf(db, wordsToStem([...asked, ...documents.flat()]))
  const termsIn = (sentence: string) => [
    ...stemsIn(sentence, stems),
    ...ringRunsIn([...tokensOf(sentence)], rings).map(({ ring }) => termOfRing(ring)),
  ]
  const known = (sentence: string) => [...new Set(termsIn(sentence))].filter(term => weights.has(term))
  const yours = asked.map(sentence => ({ sentence, has: known(sentence) }))
  return documents.map(sentences => {
    const theirs = sentences.map(sentence => ({ sentence, has: new Set(known(sentence)) }))
    const pairs = yours.flatMap(mine =>
      theirs.map(other => {
        const met = new Set(mine.has.filter(stem => other.has.has(stem)))
        const weight = [...met].reduce((sum, stem) => sum + weights.get(stem)!, 0)
        return { mine: mine.sentence, other: other.sentence, met, weight }
      }),
    )
    const best = pairs.reduce((a, b) => (b.weight > a.weight ? b : a), {
      mine: '',
      other: '',
      met: new Set<string>(),
      weight: 0,
    })
    if (best.weight === 0) return undefined
    const met = lexiconOf(
      askedRings.flatMap(({ ring, words }) => (best.met.has(termOfRing(ring)) ? words : [])),
    )
    const sought = { stems, wanted: best.met, rings: met }
    const found = markWords(best.other, sought)
    const words = found.filter(({ isMarked }) => isMarked).map(({ text }) => text)
    return {
      yours: markWords(best.mine, sought),
      theirs: found,
      words: [...new Set(words)],
      weight: best.weight,
    }
  })
}
