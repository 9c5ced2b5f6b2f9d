import { createHash } from 'node:crypto'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'

export type Model = { name: string; dimensions: number }

/** The model that comes with Pipeline. Its name changes with anything that changes a vector. */
export const localModel: Model = { name: 'local-en-2', dimensions: 900 }

/** What a text means to each model that read it, the preferred one first. Only vectors of one model compare. */
export type QueryVector = { model: string; vector: number[] }[]

/** `similarity`: 1 is the same, 0 has nothing to do with it; comparable within one answer. */
export type Near = { kind: string; id: string; similarity: number }

export type TextOf = { id: string; title: string; text: string }
export type Subject = { kind: string; id: string }

/** A kind of thing with running text, whose meaning is kept; `kind` is the subject kind of its activities. */
export type Embeddable = {
  kind: string
  /** What is public of these subjects; one that is left out loses its vectors. */
  texts(db: Db, ids: string[]): Promise<TextOf[]>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    embeddables(site: Site): Embeddable[]
    /** Hears, in the transaction that writes it, that what a thing means is known anew. */
    meaningFollowers: { afterEmbedding(trx: Db, clock: Clock, subject: Subject): Promise<void> }
  }
}

/** All kinds of thing whose meaning is kept. */
export const embeddablesOf = (site: Site): Embeddable[] =>
  site.slot('embeddables').flatMap(listFor => listFor(site))

/** Title and text are read together: a title alone says too little. Both a stored thing and a question are read so. */
export const wholeText = ({ title, text }: Omit<TextOf, 'id'>) => `${title}\n${text}`

export const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

export function unit<V extends Float32Array | number[]>(vector: V): V {
  const length = Math.sqrt(dot(vector, vector))
  return length === 0 ? vector : (vector.map(value => value / length) as V)
}

/**
 * The mean of passages, each by its length, and after it each of them where there are several: a thing is as near as the
 * nearest of these.
 */
export function wholeAndPassages(passages: Float32Array[], lengths: number[]): Float32Array[] {
  if (passages.length < 2) return passages
  const sum = passages[0]!.map((_, at) =>
    passages.reduce((sum, passage, n) => sum + passage[at]! * lengths[n]!, 0),
  )
  return [unit(sum), ...passages]
}

/** How near a thing is to a question, given the question's vector and the thing's. */
export const similarityOf = (asked: ArrayLike<number>, found: ArrayLike<number>[]): number =>
  Math.max(...found.map(vector => dot(asked, vector)))
