/**
 * BM25F: a word's frequency is taken per field, each with its own correction for length, then saturates once.
 * The figures were settled on the part of bench/ranking that is set aside for tuning.
 */
export const bm25 = {
  /** How late further occurrences of a word stop to count. */
  k1: 1.6,
  /** What an occurrence in the title counts beside one in the text. */
  titleWeight: 2,
  /** How far long fields are marked down: 0 not at all, 1 in full. */
  titleB: 0.3,
  textB: 0.7,
}

/** The impact of a word that a document has without end; a smallint holds it. */
export const fullImpact = 30_000

const weightUnit = 1000

export type Statistics = { documents: number; averageTitleLength: number; averageTextLength: number }

/** Whether the lengths have moved so far that the impacts computed with the earlier ones mislead. */
export function haveMoved(before: Statistics, now: Statistics, tolerated: number): boolean {
  const moved = (from: number, to: number) => Math.abs(to - from) > tolerated * Math.max(from, 1)
  return (
    moved(before.averageTitleLength, now.averageTitleLength) ||
    moved(before.averageTextLength, now.averageTextLength)
  )
}

/**
 * What a word of the query weighs: its rarity, more when asked for more than once. A whole number, as impacts are, so
 * that a sum of their products is the same in whatever order a plan adds them.
 */
export function weightOf(term: { documentFrequency: number; asked: number }, documents: number): number {
  const frequency = Math.min(Math.max(term.documentFrequency, 1), documents)
  const rarity = Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
  const insistence = (2.2 * term.asked) / (term.asked + 1.2)
  return Math.max(1, Math.round(rarity * insistence * weightUnit))
}

/** A sum of impacts times weights as the figure that BM25 gives. */
export const asScore = (sum: number) => (sum * (bm25.k1 + 1)) / (fullImpact * weightUnit)
