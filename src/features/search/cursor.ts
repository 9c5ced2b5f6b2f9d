import { createHash } from 'node:crypto'
import { z } from 'zod'
import { keyDay } from '#plumbing/keyset.ts'
import type { Block } from './fused-queries.ts'
import { limits, type QueryTerm } from './reading.ts'

/**
 * Where a page of results ended, and all that its order was made of: the weights of the words and the newest document
 * then. So the next page goes on in the same order, whatever was added meanwhile.
 */
export type Cursor = {
  terms: Omit<QueryTerm, 'term'>[]
  horizon: number
  /** The last result by words: its score or its date, and its number. */
  last: [number | string, number]
  block: Block
}

const mostOfBlock = 200
const int = z.int().min(0).max(2_147_483_647)
const shape = z.tuple([
  z.string(),
  int,
  z.union([z.int().min(0), keyDay]),
  int,
  z.array(z.tuple([int, z.int().min(1).max(70_000), int])).max(limits.terms * 4),
  z.array(int).max(mostOfBlock),
  z.array(int).max(mostOfBlock),
  z.array(int).max(mostOfBlock),
])

const digest = (question: string) => createHash('sha256').update(question).digest('base64url').slice(0, 10)

/** An opaque address part; `question` is everything else that decides the results. */
export function writeCursor(question: string, { terms, horizon, last, block }: Cursor): string {
  const parts = [
    digest(question),
    horizon,
    ...last,
    terms.map(({ id, weight, documentFrequency }) => [id, weight, documentFrequency]),
    block.rest,
    block.meant,
    block.lifted,
  ]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** What `writeCursor` wrote for this very question; anything else is undefined. */
export function readCursor(question: string, text: string | undefined): Cursor | undefined {
  if (!text) return undefined
  const read = shape.safeParse(parsed(Buffer.from(text, 'base64url').toString('utf8')))
  if (!read.success || read.data[0] !== digest(question)) return undefined
  const [, horizon, value, id, terms, rest, meant, lifted] = read.data
  return {
    horizon,
    last: [value, id],
    block: { rest, meant, lifted },
    terms: terms.map(([id, weight, documentFrequency]) => ({ id, weight, documentFrequency })),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
