import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { type Statistics, weightOf } from './bm25.ts'
import { plainText } from './plain-words.ts'
import { limits, planReading, type QueryTerm, type Reading } from './reading.ts'
import { softWords } from './soft-words.ts'
import { findStatistics } from './statistics-queries.ts'

const longestQuery = 20_000

export type Query = {
  terms: QueryTerm[]
  /** Words as PostgreSQL stems them that no document holds. */
  unknown: string[]
  /** The newest document when the query was read: later ones are left for the next search. */
  horizon: number
}

type FoundTerm = {
  term: string
  asked: number
  isSoft: boolean
  id: number | null
  documentFrequency: number | null
}

const softWeight = 0.35

/** Reads a text as words of the index, each with its weight. */
export async function readQuery(db: Db, text: string): Promise<Query> {
  const statistics = await findStatistics(db)
  const { rows } = await sql<FoundTerm>`
    select lexeme as term, cardinality(positions) as asked, search_term.id,
      lexeme = any(tsvector_to_array(to_tsvector('english', ${softWords}))) as "isSoft",
      document_frequency as "documentFrequency"
    from unnest(to_tsvector('english', ${plainText(text.slice(0, longestQuery))}))
    left join search_term on search_term.term = lexeme and document_frequency > 0`.execute(db)
  const last = await sql<{ id: number | null }>`select max(id) as id from search_document`.execute(db)
  return {
    terms: rows.flatMap(row => (row.id === null ? [] : [weighted(row, statistics!)])),
    unknown: rows.filter(({ id }) => id === null).map(({ term }) => term),
    horizon: last.rows[0]!.id ?? 0,
  }
}

function weighted(
  { id, term, asked, isSoft, documentFrequency }: FoundTerm,
  { documents }: Statistics,
): QueryTerm {
  const weight = weightOf({ documentFrequency: documentFrequency!, asked }, documents)
  return {
    id: id!,
    term,
    weight: isSoft ? Math.max(1, Math.round(weight * softWeight)) : weight,
    documentFrequency: documentFrequency!,
  }
}

/** The terms of an earlier query, with the weights they had. */
export async function listTerms(db: Db, known: Omit<QueryTerm, 'term'>[]): Promise<QueryTerm[]> {
  const ids = known.map(({ id }) => id)
  const { rows } = await sql<{ id: number; term: string }>`
    select id, term from search_term where id = any(${ids}::integer[])`.execute(db)
  const names = new Map(rows.map(({ id, term }) => [id, term]))
  return known.flatMap(term => (names.has(term.id) ? [{ ...term, term: names.get(term.id)! }] : []))
}

/** Documents by score, best first; equal scores by number. */
export type Ranking = {
  ids: number[]
  scores: number[]
  /** Documents that hold any of the words; `isWhole` false: there are more than these. */
  total: number
  isWhole: boolean
}

/** `groups` of keys 'facet:value': a document has at least one of each group. */
export type RankOptions = { groups?: string[][]; most?: number }

const deeperWithin = 4

/**
 * BM25 of the documents that hold any of the words: exact for every one listed. When the words are too common to look
 * at all documents, those that few of the words would bring to the top may be missing, and `isWhole` is false.
 */
export async function rankDocuments(
  db: Db,
  { terms, horizon }: Pick<Query, 'terms' | 'horizon'>,
  { groups = [], most = limits.results }: RankOptions = {},
): Promise<Ranking> {
  if (terms.length === 0) return { ids: [], scores: [], total: 0, isWhole: true }
  const reading = planReading(terms, groups.length > 0 ? deeperWithin : 1)
  const { rows } = await sql<{ ids: number[]; scores: number[]; total: number }>`
    with ${termsOf(reading)},
    part as (
      select posting.document_id, posting.impact * term.weight as score, term.is_whole
      from term cross join lateral (
        select document_id, impact from search_posting
        where term_id = term.id and document_id <= ${horizon}
        order by impact desc, document_id limit term.most
      ) as posting ${within(groups)}
    ),
    found as (
      select document_id, sum(score)::bigint as score, coalesce(sum(score) filter (where is_whole), 0)::bigint as sure
      from part group by document_id
    ),
    scored as (${reading.isWhole ? sql`select document_id, score from found` : rescored}),
    best as (select document_id, score from scored order by score desc, document_id limit ${most})
    select coalesce(array_agg(document_id order by score desc, document_id), '{}') as ids,
      coalesce(array_agg(score order by score desc, document_id), '{}') as scores,
      (select count(*) from scored) as total
    from best`.execute(db)
  return { ...rows[0]!, isWhole: reading.isWhole }
}

const termsOf = ({ terms }: Reading) => sql`
  term as (select * from unnest(${terms.map(({ id }) => id)}::integer[], ${terms.map(({ weight }) => weight)}::integer[],
    ${terms.map(({ most }) => most)}::integer[], ${terms.map(({ isWhole }) => isWhole)}::boolean[])
    as t (id, weight, most, is_whole))`

const rescored = sql`
  select document_id, sure + coalesce((
    select sum(search_posting.impact * term.weight) from term
    join search_posting on search_posting.document_id = candidate.document_id and search_posting.term_id = term.id
    where not term.is_whole), 0)::bigint as score
  from (select document_id, sure from found order by score desc, document_id limit ${limits.rescored}) as candidate`

/** Keeps the postings of documents that have a key of each group. */
const within = (groups: string[][]): RawBuilder<unknown> =>
  groups.length === 0
    ? sql``
    : sql`join search_document on search_document.id = posting.document_id and ${hasOneOfEach(groups)}`

export const hasOneOfEach = (groups: string[][]) =>
  sql.join(
    groups.map(group => sql`search_document.keys && ${group}::text[]`),
    sql` and `,
  )
