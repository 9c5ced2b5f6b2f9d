import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { asScore } from './bm25.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import type { Filters } from './document.ts'
import { countDocuments, groupsOf, judgeDocuments, listNewest, type Place } from './facet-queries.ts'
import { markWords, type Part, wordsToStem } from './marking.ts'
import { listTerms, type Query, rankDocuments, readQuery } from './ranking-queries.ts'
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
  /** Documents per 'facet:value'; with `isWhole` false, among the best or newest 2,000 only. */
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
  const order = sort === 'best' ? 'given' : 'newest'
  const wide = await rankDocuments(db, query)
  const isWhole = wide.isWhole && wide.total <= wide.ids.length
  const judged = await judgeDocuments(db, wide.ids, groups, order)
  const deeper = !isWhole && groups.length > 0 ? await rankDocuments(db, query, { groups }) : undefined
  const { ids, dates } = deeper ? await judgeDocuments(db, deeper.ids, [], order) : judged
  const ranked = deeper ?? wide
  const scores = new Map(ranked.ids.map((id, at) => [id, ranked.scores[at]!]))
  const values = sort === 'best' ? ids.map(id => scores.get(id)!) : dates
  const start = cursor ? firstAfter(cursor.last, ids, values, sort) : 0
  return {
    page: { ids: ids.slice(start, start + limit), values: values.slice(start, start + limit) },
    hasMore: start + limit < ids.length,
    total: {
      count: isWhole ? ids.length : ranked.isWhole ? ranked.total : ids.length,
      isExact: isWhole || ranked.isWhole,
    },
    counts: judged.counts,
    isWhole,
  }
}

/** Where to go on: behind the last result, or where it would stand if it has gone meanwhile. */
function firstAfter(
  [value, id]: Cursor['last'],
  ids: number[],
  values: (number | string)[],
  sort: Search['sort'],
) {
  const isAfter = (at: number) => {
    const own = values[at]!
    if (own !== value) return own < value
    return sort === 'best' ? ids[at]! > id : ids[at]! < id
  }
  const start = ids.findIndex((_, at) => isAfter(at))
  return start < 0 ? ids.length : start
}

async function listAll(
  db: Db,
  { filters, limit }: Search,
  { horizon }: Query,
  cursor?: Cursor,
): Promise<Listed> {
  const groups = groupsOf(filters)
  const wide = await listNewest(db, { groups: [], horizon, most: limits.results + 1 })
  const isWhole = wide.length <= limits.results
  const judged = await judgeDocuments(
    db,
    wide.slice(0, limits.results).map(({ id }) => id),
    groups,
    'newest',
  )
  const after = typeof cursor?.last[0] === 'string' ? (cursor.last as Place) : undefined
  const page = await listNewest(db, { groups, horizon, after, most: limit + 1 })
  const shown = page.slice(0, limit)
  return {
    page: { ids: shown.map(({ id }) => id), values: shown.map(({ date }) => date) },
    hasMore: page.length > limit,
    total: isWhole ? { count: judged.ids.length, isExact: true } : await countAll(db, groups, horizon),
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
    select search_document.id as number, kind, subject_id as id, url, title, summary, left(text, ${looked}) as text, meta,
      dated as date
    from unnest(${ids}::integer[]) with ordinality as wanted (id, place)
    join search_document on search_document.id = wanted.id order by place`.execute(db)
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
  const wanted = new Set(weights.keys())
  const sought = lookFor([...wanted])
  const sources = rows.map(row => snippetSource(row, sought))
  const passages = sources.flatMap(({ passages }) => passages.map(({ text }) => text))
  const stems =
    wanted.size > 0
      ? await stemsOf(db, wordsToStem([...passages, ...rows.map(({ title }) => title)]))
      : new Map()
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
