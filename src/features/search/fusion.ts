import { tokensOf } from './plain-words.ts'

/** A document found by words, with its score; 0 where it has none of them. */
export type ByWords<Id> = { id: Id; score: number }
/** A document near in meaning; `similarity` as in `listNearest`. */
export type ByMeaning<Id> = { id: Id; similarity: number }

export const fusing = {
  /** The best by words that meaning puts into another order. */
  words: 60,
  /** The nearest by meaning that join them. */
  near: 40,
  /** Of these at most so many that have none of the words, and only what is so near. */
  meantAlone: 10,
  leastSimilarity: 0.35,
}

/**
 * How well documents answer by both: (1 - weight) × words + weight × meaning, each from 0 to 1 within the answer.
 * Chosen on the tuning half of bench/ranking, where reciprocal ranks did less. A document whose kind has no meaning kept
 * (`isNamesOnly`) is judged by its words alone.
 */
export function fuse<Id>(
  words: ByWords<Id>[],
  near: ByMeaning<Id>[],
  weight: number,
  isNamesOnly: (id: Id) => boolean = () => false,
): { id: Id; score: number }[] {
  const best = Math.max(1, ...words.map(({ score }) => score))
  const similarities = near.map(({ similarity }) => similarity)
  const [least, most] = [Math.min(...similarities), Math.max(...similarities)]
  const meant = new Map(
    near.map(({ id, similarity }) => [id, most > least ? (similarity - least) / (most - least) : 1]),
  )
  const said = new Map(words.map(({ id, score }) => [id, score / best]))
  return [...new Set([...said.keys(), ...meant.keys()])]
    .map(id => {
      const bySaid = said.get(id) ?? 0
      const byMeant = meant.get(id) ?? (isNamesOnly(id) ? bySaid : 0)
      return { id, score: (1 - weight) * bySaid + weight * byMeant }
    })
    .sort((a, b) => b.score - a.score)
}

const identifier = /^(?:\d{5,}|(?=.*[a-z])(?=(?:.*\d){3}).+)$/i

/** The phrases that were put in quotes: what holds them comes first. */
export const phrasesOf = (words: string): string[] =>
  Array.from(words.matchAll(/["“]([^"“”]*[\p{L}\p{N}][^"“”]*)["”]/gu), ([, phrase]) => phrase!)

/** Whether these very words are meant: a quoted phrase, or an identifier such as E07000223. Then meaning is not asked. */
export const isLiteral = (words: string): boolean =>
  phrasesOf(words).length > 0 ||
  [...tokensOf(words)].some(({ plain }) => plain.split(' ').some(word => identifier.test(word)))
