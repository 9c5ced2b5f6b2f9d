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
import { arrange, type Block, noBlock } from './fused-queries.ts'
import { fusing, isLiteral, phrasesOf } from './fusion.ts'
import { type Hit, listHits } from './hit-queries.ts'
import { meaningOf } from './question-queries.ts'
import { type AskedRing, candidatesOf, listTerms, type Query, readQuery } from './ranking-queries.ts'
import { limits } from './reading.ts'
import { correctSpelling } from './spelling-queries.ts'

export type Search = {
  /** As typed or pasted; empty: everything, newest first. */
  words: string
  filters: Filters
  sort: 'best' | 'newest'
  /** A `next` of an earlier answer to the same search; anything else begins at the first page. */
  after?: string
  /** Search for the words as they are: however they are spelt, and nothing that means the same. */
  isExact?: boolean
  /**
   * Which kinds have a meaning, what it weighs beside the words, 0 to 1, and which are references that do not fill a page
   * alone. Left out: words alone.
   */
  meaning?: { kinds: string[]; references: string[]; weight: number }
  limit: number
}

export type Found = {
  hits: (Hit & {
    score: number
    /** It has none of the words. */
    isMeantAlone: boolean
  })[]
  /** How many have some of the words; `isExact` false: there are more. */
  total: { count: number; isExact: boolean }
  /** Documents per 'facet:value'; with `isWhole` false, among the best or newest 1,000 only. */
  counts: Record<string, number>
  isWhole: boolean
  /** How many were added that have none of the words; neither `total` nor `counts` has them. */
  meantAlone: number
  /** What was sought besides, because it means the same as a word of the question. */
  rings: AskedRing[]
  isFirst: boolean
  next?: string
  /** What was searched for instead, when words were spelt as nobody spells them. */
  corrected?: string
}

type Page = { ids: number[]; scores: number[]; last: Cursor['last']; block: Block; hasMore: boolean }
type Listed = Pick<Found, 'total' | 'counts' | 'isWhole'>

/** Documents by words and filters, a page at a time; pages never repeat or skip a document that was there at the first. */
export async function searchDocuments(db: Db, search: Search): Promise<Found> {
  const { isExact, limit } = search
  const question = (words: string) => JSON.stringify([words, search.filters, search.sort])
  const cursor = readCursor(question(search.words), search.after)
  const read = await readQuery(db, search.words, { isExact })
  const corrected = isExact || cursor ? undefined : await correctSpelling(db, search.words, read.unknown)
  const words = corrected ?? search.words
  const asked = corrected === undefined ? read : await readQuery(db, corrected)
  const query = cursor
    ? { ...asked, terms: await listTerms(db, cursor.terms), horizon: cursor.horizon }
    : asked

  const { page, ...listed } =
    words.trim() === ''
      ? await listAll(db, search, query, cursor)
      : await listBest(db, { ...search, words }, query, cursor)
  const { last, block } = page
  const hits = await listHits(db, page.ids, query)
  return {
    ...listed,
    hits: hits.map(({ number, ...hit }) => ({
      ...hit,
      score: asScore(page.scores[page.ids.indexOf(number)] ?? 0),
      isMeantAlone: block.meant.includes(number),
    })),
    meantAlone: block.meant.length,
    rings: query.rings,
    isFirst: cursor === undefined,
    next: page.hasMore
      ? writeCursor(question(words), {
          terms: query.terms,
          horizon: query.horizon,
          last,
          block: rest(block, limit),
        })
      : undefined,
    corrected,
  }
}

const rest = (block: Block, limit: number): Block => ({ ...block, rest: block.rest.slice(limit) })

async function listBest(
  db: Db,
  { words, filters, sort, limit, meaning, isExact }: Search,
  query: Query,
  cursor?: Cursor,
): Promise<Listed & { page: Page }> {
  const groups = groupsOf(filters)
  const phrases = phrasesOf(words)
  const isArranged = !cursor && sort === 'best'
  const asksMeaning = isArranged && meaning && meaning.weight > 0 && !isExact && !isLiteral(words)
  const meant = asksMeaning ? meaningOf(words) : null
  const isFitting = typeof cursor?.last[0] === (sort === 'best' ? 'number' : 'string')
  const after = isFitting ? cursor?.last : undefined
  const known = cursor?.block ?? noBlock
  const most = 1 + (isArranged ? Math.max(limit, fusing.words) : limit + known.lifted.length)
  const { found, ...listed } = await findBest(db, query, groups, { order: sort, after, most })
  const vector = await meant
  const best = found.ids.slice(0, fusing.words).map((id, at) => ({ id, score: found.scores[at]! }))
  const block =
    isArranged && (vector || phrases.length > 0)
      ? await arrange(db, best, {
          words,
          phrases,
          query,
          groups,
          meaning: vector && meaning ? { ...meaning, vector } : null,
        })
      : known
  const isNew = block !== known
  return { page: pageOf(found, { sort, limit, block, after, from: isNew ? best.length : 0 }), ...listed }
}

type Cut = { sort: Search['sort']; limit: number; block: Block; after?: Cursor['last']; from: number }

/** A page: what is left of the block, then those found from a place on. */
function pageOf({ ids, scores, dates }: Fitting, { sort, limit, block, after, from }: Cut): Page {
  const values = sort === 'best' ? scores : dates
  const first = block.rest.slice(0, limit)
  const further = ids.flatMap((id, at) => (at >= from && !block.lifted.includes(id) ? [at] : []))
  const taken = further.slice(0, limit - first.length)
  const at = taken.at(-1) ?? from - 1
  const page = [...first, ...taken.map(at => ids[at]!)]
  return {
    ids: page,
    scores: sort === 'best' ? page.map(id => scores[ids.indexOf(id)] ?? 0) : [],
    last: ids[at] === undefined ? (after ?? [0, 0]) : [values[at]!, ids[at]],
    block,
    hasMore: block.rest.length > limit || further.length > taken.length,
  }
}

async function findBest(
  db: Db,
  query: Query,
  groups: string[][],
  slice: Slice,
): Promise<Listed & { found: Fitting }> {
  const judged = await judgeDocuments(db, candidatesOf(query), groups, slice)
  const { counts, found } = judged
  const isWhole = found !== null && found <= judged.judged
  if (isWhole || groups.length === 0 || judged.fitting >= limits.enough) {
    const unfiltered = groups.length === 0 ? found : null
    const total = { count: unfiltered ?? judged.fitting, isExact: isWhole || unfiltered !== null }
    return { found: judged, total, counts, isWhole }
  }
  const all = await sliceFiltered(db, query, groups, slice)
  if (all) {
    const total = { count: all.fitting, isExact: true }
    return { found: all, total, counts: { ...chosenOf(counts, groups), ...all.counts }, isWhole }
  }
  const deeper = await sliceFitting(db, candidatesOf(query, { groups }), slice)
  const total = { count: deeper.found ?? deeper.fitting, isExact: deeper.found !== null }
  return { found: deeper, total, counts, isWhole }
}

async function listAll(
  db: Db,
  { filters, limit }: Search,
  { horizon }: Query,
  cursor?: Cursor,
): Promise<Listed & { page: Page }> {
  const groups = groupsOf(filters)
  const judged = await judgeDocuments(db, newestOf(horizon), groups, { order: 'newest', most: 0 })
  const isWhole = judged.found! <= limits.results
  const after = typeof cursor?.last[0] === 'string' ? (cursor.last as Place) : undefined
  const page = await listNewest(db, { groups, horizon, after, most: limit + 1 })
  const shown = page.slice(0, limit)
  const end = shown.at(-1)
  return {
    page: {
      ids: shown.map(({ id }) => id),
      scores: [],
      last: end ? [end.date, end.id] : [0, 0],
      block: noBlock,
      hasMore: page.length > limit,
    },
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
