import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Stems } from './marking.ts'

const mostRemembered = 50_000
const longestWord = 300

const remembered = new WeakMap<object, Stems>()

/** The stems of plain words by PostgreSQL's own dictionary; asked once per word, for they never change. */
export async function stemsOf(db: Db, words: string[]): Promise<Stems> {
  const stems = memoryOf(db)
  const missing = words.filter(word => !stems.has(word) && word.length <= longestWord)
  if (missing.length > 0) {
    const { rows } = await sql<{ word: string; stems: string[] }>`
      select word, tsvector_to_array(to_tsvector('english', word)) as stems
      from unnest(${missing}::text[]) as word`.execute(db)
    for (const { word, stems: found } of rows) stems.set(word, found)
  }
  return stems
}

// A transaction has the executor of its own; the words are the same, but a memory for each database is the simplest truth.
function memoryOf(db: Db): Stems {
  const known = remembered.get(db)
  if (known && known.size < mostRemembered) return known
  const fresh: Stems = new Map()
  remembered.set(db, fresh)
  return fresh
}
