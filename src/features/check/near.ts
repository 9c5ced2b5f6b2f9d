import type { TextHit } from '#features/search/index.ts'
import { type ClosenessLevel, closenessByMeaning, closenessOf } from './check.ts'

/** A record that a text reaches: by the words they share, by what they mean (1 is the same), or by both. */
export type Reached = { kind: string; id: string; words?: TextHit; similarity?: number }

/** `nearness` puts records of one kind in order, the nearest first; `score` is that of the words alone. */
export type Near = { closeness: ClosenessLevel; nearness: number; score: number; isByMeaning: boolean }

/** From here on a similarity weighs as much as a share of words that met. */
const meaningBehindWords = 0.16

/** Problems are told in prose: once its meaning is known, shared words only lead astray. */
function nearInProse(reached: Reached, bonus: number): Near | null {
  const { words, similarity } = reached
  if (similarity === undefined) return nearInTitle(reached, bonus)
  const closeness = closenessByMeaning(similarity + bonus / 4, 'prose')
  if (!closeness) return null
  return { closeness, nearness: similarity + bonus, score: words?.score ?? 0, isByMeaning: true }
}

/** Of other records often no more than a title is known: words find them as well as meaning does. */
function nearInTitle({ words, similarity = 0 }: Reached, bonus: number): Near | null {
  const byWords = words && closenessOf(words.coverage + bonus, words.terms.length, words.score)
  const byMeaning = closenessByMeaning(similarity + bonus / 4, 'title')
  const closeness = Math.max(byWords ?? 0, byMeaning ?? 0) as ClosenessLevel | 0
  if (closeness === 0) return null
  const nearness = Math.max(words?.coverage ?? 0, similarity - meaningBehindWords) + bonus
  return { closeness, nearness, score: words?.score ?? 0, isByMeaning: byMeaning !== undefined }
}

/** How near a record is to the text that reached it, or null where it is too far; `bonus` is for what else they share. */
export const nearOf = (reached: Reached, bonus = 0): Near | null =>
  reached.kind === 'problem' ? nearInProse(reached, bonus) : nearInTitle(reached, bonus)
