import { sql } from 'kysely'
import type { SearchDocument } from '#features/search/document.ts'
import { indexDocuments } from '#features/search/index-queries.ts'
import { type Found, type Search, searchDocuments } from '#features/search/search-queries.ts'
import { refreshStatistics } from '#features/search/statistics-queries.ts'
import type { Db } from '#plumbing/database/database.ts'
import { handClock, testDatabase } from './support.ts'

const clock = handClock()

/** What of a document matters to a test. */
export type Written = Partial<SearchDocument> & { id: string }

export const documentOf = (parts: Written): SearchDocument => ({
  url: `/things/${parts.id}`,
  title: '',
  summary: '',
  text: '',
  date: null,
  meta: [],
  facets: {},
  ...parts,
})

export const write = (db: Db, documents: Written[], kind = 'project') =>
  indexDocuments(db, clock, kind, documents.map(documentOf))

/** An index that holds these documents and no others. */
export async function indexOf(documents: Written[], given?: Db): Promise<Db> {
  const db = given ?? (await testDatabase())
  await sql`truncate search_document, search_text, search_term, search_posting, search_statistics`.execute(db)
  await write(db, documents)
  await refreshStatistics(db, clock, { exactly: true })
  return db
}

export const search = (db: Db, words: string, more: Partial<Search> = {}) =>
  searchDocuments(db, { words, filters: {}, sort: 'best', limit: 20, ...more })

export const idsOf = ({ hits }: Found) => hits.map(({ id }) => id)
export const marked = (parts: { text: string; isMarked: boolean }[]) =>
  parts.filter(({ isMarked }) => isMarked).map(({ text }) => text)

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
