import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { asScore } from './bm25.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import type { Filters } from './document.ts'
import {
  chosenOf,
  countDocuments,
  type Fitting,
  groupsOf,
  judgeDocuments,
  listNewest,
  newestOf,
  type Place,
  type Slice,
  sliceFiltered,
  sliceFitting,
} from './facet-queries.ts'
import { markWords, type Part, wordsToStem } from './marking.ts'
import { candidatesOf, listTerms, type Query, readQuery } from './ranking-queries.ts'
import { limits } from './reading.ts'
import { looked, lookFor, makeSnippet, snippetSource } from './snippet.ts'
import { correctSpelling } from './spelling-queries.ts'
import { stemsOf } from './stem-queries.ts'

export type Search = {
  /** As typed or pasted; empty: everything, newest first. */
  words: string
  filters: Filters
  sort: 'best' | 'newest'
  /** A `next` of an earlier answer to the same search; anything else begins at the first page. */
  after?: string
  /** Search for the words as they are, however they are spelt. */
  isExact?: boolean
  limit: number
}

export type Hit = {
  kind: string
  id: string
  url: string
  title: Part[]
  snippet: Part[]
  meta: string[]
  date: string | null
  score: number
}

export type Found = {
  hits: Hit[]
  /** `isExact` false: there are more. */
  total: { count: number; isExact: boolean }
  /** Documents per 'facet:value'; with `isWhole` false, among the best or newest 1,000 only. */
  counts: Record<string, number>
  isWhole: boolean
  isFirst: boolean
  next?: string
  /** What was searched for instead, when words were spelt as nobody spells them. */
  corrected?: string
}

type Page = { ids: number[]; values: (number | string)[] }
type Listed = Omit<Found, 'hits' | 'next' | 'isFirst' | 'corrected'> & { page: Page; hasMore: boolean }

/** Documents by words and filters, a page at a time; pages never repeat or skip a document that was there at the first. */
export async function searchDocuments(db: Db, search: Search): Promise<Found> {
  const question = (words: string) => JSON.stringify([words, search.filters, search.sort])
  const cursor = readCursor(question(search.words), search.after)
  const asked = cursor
    ? { terms: await listTerms(db, cursor.terms), unknown: [], horizon: cursor.horizon }
    : await readQuery(db, search.words)
  const corrected =
    search.isExact || cursor ? undefined : await correctSpelling(db, search.words, asked.unknown)
  const words = corrected ?? search.words
  const query = corrected === undefined ? asked : await readQuery(db, corrected)

  const { page, hasMore, ...listed } =
    words.trim() === '' ? await listAll(db, search, query, cursor) : await listBest(db, search, query, cursor)
  const last: Cursor['last'] = [page.values.at(-1)!, page.ids.at(-1)!]
  return {
    ...listed,
    hits: await listHits(db, page, query, search.sort),
    isFirst: cursor === undefined,
    next: hasMore
      ? writeCursor(question(words), { terms: query.terms, horizon: query.horizon, last })
      : undefined,
    corrected,
  }
}

async function listBest(
  db: Db,
  { filters, sort, limit }: Search,
  query: Query,
  cursor?: Cursor,
): Promise<Listed> {
  const groups = groupsOf(filters)
  const isFitting = typeof cursor?.last[0] === (sort === 'best' ? 'number' : 'string')
  const slice: Slice = { order: sort, after: isFitting ? cursor?.last : undefined, most: limit + 1 }
  const judged = await judgeDocuments(db, candidatesOf(query), groups, slice)
  const { counts, found } = judged
  const isWhole = found !== null && found <= judged.judged
  if (isWhole || groups.length === 0 || judged.fitting >= limits.enough) {
    const unfiltered = groups.length === 0 ? found : null
    const total = { count: unfiltered ?? judged.fitting, isExact: isWhole || unfiltered !== null }
    return { ...pageOf(judged, slice), total, counts, isWhole }
  }
  const all = await sliceFiltered(db, query, groups, slice)
  if (all) {
    const total = { count: all.fitting, isExact: true }
    return { ...pageOf(all, slice), total, counts: { ...chosenOf(counts, groups), ...all.counts }, isWhole }
  }
  const deeper = await sliceFitting(db, candidatesOf(query, { groups }), slice)
  const total = { count: deeper.found ?? deeper.fitting, isExact: deeper.found !== null }
  return { ...pageOf(deeper, slice), total, counts, isWhole }
}

function pageOf({ ids, scores, dates }: Fitting, { order, most }: Slice): Pick<Listed, 'page' | 'hasMore'> {
  const values = order === 'best' ? scores : dates
  const limit = most - 1
  return { page: { ids: ids.slice(0, limit), values: values.slice(0, limit) }, hasMore: ids.length > limit }
}

async function listAll(
  db: Db,
  { filters, limit }: Search,
  { horizon }: Query,
  cursor?: Cursor,
): Promise<Listed> {
  const groups = groupsOf(filters)
  const judged = await judgeDocuments(db, newestOf(horizon), groups, { order: 'newest', most: 0 })
  const isWhole = judged.found! <= limits.results
  const after = typeof cursor?.last[0] === 'string' ? (cursor.last as Place) : undefined
  const page = await listNewest(db, { groups, horizon, after, most: limit + 1 })
  const shown = page.slice(0, limit)
  return {
    page: { ids: shown.map(({ id }) => id), values: shown.map(({ date }) => date) },
    hasMore: page.length > limit,
    total: isWhole ? { count: judged.fitting, isExact: true } : await countAll(db, groups, horizon),
    counts: judged.counts,
    isWhole,
  }
}

async function countAll(db: Db, groups: string[][], horizon: number): Promise<Found['total']> {
  if (groups.length === 0) return { count: await countDocuments(db), isExact: true }
  const found = await listNewest(db, { groups, horizon, most: limits.results + 1 })
  return { count: Math.min(found.length, limits.results), isExact: found.length <= limits.results }
}

type Row = Omit<Hit, 'title' | 'snippet' | 'score'> & {
  number: number
  title: string
  summary: string
  text: string
}

async function listHits(
  db: Db,
  { ids, values }: Page,
  { terms }: Query,
  sort: Search['sort'],
): Promise<Hit[]> {
  const { rows } = await sql<Row>`
    select document_id as number, kind, subject_id as id, url, title, summary, left(text, ${looked}) as text, meta,
      dated as date
    from unnest(${ids}::integer[]) with ordinality as wanted (id, place)
    join search_document using (id) join search_text on document_id = search_document.id order by place`.execute(
    db,
  )
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
  const wanted = new Set(weights.keys())
  const sought = lookFor([...wanted])
  const sources = rows.map(row => snippetSource(row, sought))
  const words = new Set(sources.flatMap(({ passages }) => passages.flatMap(({ words }) => words)))
  for (const word of wordsToStem(rows.map(({ title }) => title))) words.add(word)
  const stems = wanted.size > 0 ? await stemsOf(db, [...words]) : new Map()
  return rows.map(({ number, title, summary, text, ...hit }, at) => {
    const value = values[ids.indexOf(number)]
    return {
      ...hit,
      title: markWords(title, stems, wanted),
      snippet: makeSnippet(sources[at]!, stems, weights),
      score: sort === 'best' && typeof value === 'number' ? asScore(value) : 0,
    }
  })
}
