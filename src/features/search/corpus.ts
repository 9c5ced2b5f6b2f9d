import { z } from 'zod'
import type { SearchDocument } from './document.ts'

export type CorpusLine = { id: string; title: string; text: string }

const text = z
  .string()
  .nullish()
  .transform(given => given ?? '')
const id = z
  .union([z.string(), z.number()])
  .transform(String)
  // The database keeps no others.
  .refine(given => given.isWellFormed() && !given.includes('\u0000'))
const lineShape = z.object({ id, title: text, text })

/** Reads lines of `{"id", "title", "text"}`; a line that is none, or whose id was there before, is told to `onError`. */
export function readCorpus(jsonl: string, onError: (line: number, why: string) => void): CorpusLine[] {
  const lines = new Map<string, CorpusLine>()
  for (const [at, line] of jsonl
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    const read = lineShape.safeParse(parsed(line))
    if (!read.success) onError(at + 1, 'not a line of {"id", "title", "text"}')
    else if (lines.has(read.data.id)) onError(at + 1, `the id ${read.data.id} was there before`)
    else lines.set(read.data.id, read.data)
  }
  return [...lines.values()]
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** A line as a document that says nothing but its words. */
export const asDocument = ({ id, title, text }: CorpusLine): SearchDocument => ({
  id,
  url: '',
  title,
  summary: '',
  text,
  date: null,
  facets: {},
  meta: [],
})
