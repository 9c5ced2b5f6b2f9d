import { unit } from './meaning.ts'
import { knownParts, type WordVectors, wordsIn } from './word-vectors.ts'

/** Fitted once on the service list and frozen: another set of these is another model, with another name. */
export type LocalConstants = {
  /** Mean of the sentence encoder's vectors. */
  sentenceMean: number[]
  /** Mean and first principal component of the weighted sums of word vectors. */
  wordMean: number[]
  wordComponent: number[]
  /** How much each idea tells, in the order of the ideas. */
  ideaWeights: number[]
}

export const sentencePart = (encoded: Float32Array, { sentenceMean }: LocalConstants) =>
  unit(encoded.map((value, at) => value - sentenceMean[at]!))

/** Smooth inverse frequency: by Zipf's law the word of rank r is 1/(r + 2.7) of a text, times a constant. */
const weightOf = (rank: number) => 1e-3 / (1e-3 + 0.08 / (rank + 2.7))

/** The direction of the words' weighted sum, before anything is taken from it; undefined when none of them is known. */
export function weightedWords(text: string, words: WordVectors): Float32Array | undefined {
  const sum = new Float32Array(words.dimensions)
  const isKnown = (word: string) => words.rankOf(word) !== undefined
  for (const word of wordsIn(text).flatMap(word => knownParts(word, isKnown))) {
    const weight = weightOf(words.rankOf(word)!)
    words.add(word, weight, sum)
  }
  return sum.some(value => value !== 0) ? unit(sum) : undefined
}

export function meaningOfWords(
  text: string,
  words: WordVectors,
  { wordMean, wordComponent }: LocalConstants,
): Float32Array {
  const weighted = weightedWords(text, words)
  if (!weighted) return new Float32Array(words.dimensions)
  const centred = weighted.map((value, at) => value - wordMean[at]!)
  const along = centred.reduce((sum, value, at) => sum + value * wordComponent[at]!, 0)
  return unit(centred.map((value, at) => value - along * wordComponent[at]!))
}

/** All parts in one vector of length 1: a dot product is then the mean of the parts' cosines. */
export const joined = (...parts: Float32Array[]): Float32Array =>
  unit(Float32Array.of(...parts.flatMap(part => [...part])))
