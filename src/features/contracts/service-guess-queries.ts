import { embedTexts, isEmbedding, keptModels, listNearest } from '#features/meaning/index.ts'
import type { Db } from '#plumbing/database/database.ts'

/** Measured on test/contract-titles: from here on seven in ten of what is nearest are right, so it stays a guess. */
export const leastLikeness = 0.5

export type GuessedService = { id: number; likeness: number }

/** Of each of these titles the service whose description is nearest in meaning; none where nothing is near, or meanings are turned off or failing. */
export async function guessServices(db: Db, titles: string[]): Promise<Map<string, GuessedService>> {
  const asked = [...new Set(titles)]
  if (asked.length === 0 || !isEmbedding()) return new Map()
  const vectors = await embedTexts(asked).catch(() => undefined)
  // Titles stay on the machine: the local model is the last of those that are kept.
  const model = keptModels().at(-1)!.name
  const guesses = new Map<string, GuessedService>()
  for (const [at, title] of asked.entries()) {
    const whole = vectors?.[at]?.[0]
    if (!whole) continue
    const [nearest] = await listNearest(db, [{ model, vector: [...whole] }], { kinds: ['service'], limit: 1 })
    if (nearest && nearest.similarity >= leastLikeness)
      guesses.set(title, { id: Number(nearest.id), likeness: nearest.similarity })
  }
  return guesses
}
