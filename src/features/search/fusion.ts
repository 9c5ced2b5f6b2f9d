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
  /** From unrelated to as near as an answer comes to a question: what a similarity between counts from 0 to 1. */
  similarity: { least: 0.13, most: 0.42 },
  /** At most so many that have none of the words, and only what is so near. */
  meantAlone: 10,
  leastAlone: 0.28,
  /** What has no meaning kept, as a name, counts for meaning this share of what its words count. */
  namesOnly: 0.5,
  /** Of so many results one is a reference, as long as there is other work at least this share as good. */
  oneIn: 3,
  asGood: 0.4,
}

const shareOf = (similarity: number) => {
  const { least, most } = fusing.similarity
  return Math.min(1, Math.max(0, (similarity - least) / (most - least)))
}

/**
 * How well documents answer by both: (1 - weight) × words + weight × meaning, each from 0 to 1; the best by words has 1.
 * A document whose kind has no meaning kept (`isNamesOnly`) is judged by its words alone, and stands behind a problem or a
 * project that answers as well by both.
 */
export function fuse<Id>(
  words: ByWords<Id>[],
  near: ByMeaning<Id>[],
  weight: number,
  isNamesOnly: (id: Id) => boolean = () => false,
): { id: Id; score: number }[] {
  const best = Math.max(1, ...words.map(({ score }) => score))
  const meant = new Map(near.map(({ id, similarity }) => [id, shareOf(similarity)]))
  const said = new Map(words.map(({ id, score }) => [id, score / best]))
  return [...new Set([...said.keys(), ...meant.keys()])]
    .map(id => {
      const bySaid = said.get(id) ?? 0
      const byMeant = meant.get(id) ?? (isNamesOnly(id) ? fusing.namesOnly * bySaid : 0)
      return { id, score: (1 - weight) * bySaid + weight * byMeant }
    })
    .sort((a, b) => b.score - a.score)
}

/** Lets what was done and what is wanted stand between references that would fill the page; the best stays first. */
export function spread<Row extends { score: number }>(
  order: Row[],
  isReference: (row: Row) => boolean,
): Row[] {
  const references = order.filter(isReference)
  const others = order.filter(row => !isReference(row))
  const spreadOut: Row[] = []
  let taken = 0
  while (references.length > 0 && others.length > 0) {
    const isTheirTurn = taken < Math.ceil((spreadOut.length + 1) / fusing.oneIn)
    const isBehind = others[0]!.score < references[0]!.score * (isTheirTurn ? 1 : fusing.asGood)
    if (isBehind) taken += 1
    spreadOut.push((isBehind ? references : others).shift()!)
  }
  return [...spreadOut, ...references, ...others]
}

const identifier = /^(?:\d{5,}|(?=.*[a-z])(?=(?:.*\d){3}).+)$/i

/** The phrases that were put in quotes: what holds them comes first. */
export const phrasesOf = (words: string): string[] =>
  Array.from(words.matchAll(/["“]([^"“”]*[\p{L}\p{N}][^"“”]*)["”]/gu), ([, phrase]) => phrase!)

/**
 * Whether words alone are to answer: a quoted phrase or an identifier such as E07000223 is meant literally, and a single
 * word says too little to tell what is meant by it.
 */
export function isLiteral(words: string): boolean {
  const plain = Array.from(tokensOf(words), ({ plain }) => plain.split(' '))
  return plain.length < 2 || phrasesOf(words).length > 0 || plain.flat().some(word => identifier.test(word))
}
