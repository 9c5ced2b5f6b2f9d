import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'

/** The model that comes with Pipeline. Its name changes with anything that changes a vector. */
export const localModel: Model = { name: 'local-en-1', dimensions: 612 }

export type Model = { name: string; dimensions: number }

/** What a text means to a model: one vector of length 1 for each passage of it. Only vectors of one model compare. */
export type QueryVector = { model: string; vectors: number[][] }

/** `similarity`: 1 is the same, 0 has nothing to do with it; comparable between answers of one model. */
export type Near = { kind: string; id: string; similarity: number }

export type TextOf = { id: string; title: string; text: string }

/** A kind of thing with running text, whose meaning is kept; `kind` is the subject kind of its activities. */
export type Embeddable = {
  kind: string
  /** What is public of these subjects; one that is left out loses its vectors. */
  texts(db: Db, ids: string[]): Promise<TextOf[]>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    embeddables(site: Site): Embeddable[]
  }
}

/** All kinds of thing whose meaning is kept. */
export const embeddablesOf = (site: Site): Embeddable[] =>
  site.slot('embeddables').flatMap(listFor => listFor(site))

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

/** How near two texts are: the nearest pair of their passages. */
export const similarityOf = (asked: number[][], found: number[][]): number =>
  Math.max(...asked.flatMap(a => found.map(b => dot(a, b))))
