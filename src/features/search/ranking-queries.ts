import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { weightOf } from './bm25.ts'
import { plainText } from './plain-words.ts'
import { limits, planReading, type QueryTerm, type Reading } from './reading.ts'
import { findRuns, formsOf, lexiconOf, type RingWord, termOfRing } from './ring-words.ts'
import { softWords } from './soft-words.ts'

const longestQuery = 20_000

export type Query = {
  terms: QueryTerm[]
  /** Words as PostgreSQL stems them that no document holds, and no ring. */
  unknown: string[]
  /** The rings that have a word of the query. */
  rings: AskedRing[]
  /** The newest document when the query was read: later ones are left for the next search. */
  horizon: number
}

/** A ring that was asked for by some of its words, all of which find what holds any of them. */
export type AskedRing = {
  ring: string
  /** The forms of those that the query has. */
  asked: string[]
  words: (RingWord & { stems: string[] })[]
}

type FoundTerm = {
  term: string
  asked: number
  isSoft: boolean
  id: number | null
  documentFrequency: number | null
}

type Now = { horizon: number; documents: number; near: AskedRing['words'] }
type RingTerm = { ring: string; id: number; documentFrequency: number }

const softWeight = 0.35

/** What a document counts that holds another word of a ring, beside one that holds the word itself as well. */
export const ringWeight = 0.5

// As a literal: a parameter would be stemmed anew for each word.
const isSoft = sql`term = any(tsvector_to_array(to_tsvector('english', ${sql.lit(softWords)})))`

/** Reads a text as words of the index, each with its weight; `isExact` leaves out what means the same. */
export async function readQuery(db: Db, text: string, { isExact = false } = {}): Promise<Query> {
  const plain = plainText(text.slice(0, longestQuery))
  const forms = isExact ? [] : formsOf(plain)
  // Words of rings that begin as a word of the query does, with all others of their rings: whether they are there whole is seen below.
  const { rows } = await sql<(FoundTerm | { term: null }) & Now>`
    select asked_for.term, asked, search_term.id, document_frequency as "documentFrequency", asked_for."isSoft", now.*
    from (select coalesce((select max(id) from search_document), 0) as horizon,
      coalesce((select documents from search_statistics), 0) as documents,
      coalesce((select json_agg(json_build_object('ring', ring_id, 'word', word, 'form', form, 'stems', stems) order by ring_id, place)
        from synonym_ring_word where ring_id in (select ring_id from synonym_ring_word
          where first = any(${[...new Set(forms)]}::text[]))), '[]') as near) as now
    left join (
      select term, cardinality(positions) as asked, ${isSoft} as "isSoft"
      from unnest(to_tsvector('english', ${plain})) as word (term, positions, weights)
    ) as asked_for on true
    left join search_term on search_term.term = asked_for.term and document_frequency > 0`.execute(db)
  const { horizon, documents, near } = rows[0]!
  const { rings, known } = ringsAsked(forms, near)
  const words = rows.filter(row => row.term !== null)
  const ringTerms = rings.length > 0 ? await listRingTerms(db, rings) : []
  return {
    terms: [
      ...words.flatMap(word => (word.id === null ? [] : [weighted(word, documents)])),
      ...ringTerms.map(term => weightedRing(term, documents)),
    ],
    unknown: words.filter(({ id, term }) => id === null && !known.has(term)).map(({ term }) => term),
    rings,
    horizon,
  }
}

/** The rings that have a word of the query, and the stems of these words. */
function ringsAsked(forms: string[], near: Now['near']): { rings: AskedRing[]; known: Set<string> } {
  const runs = findRuns(forms, lexiconOf(near))
  const asked = Map.groupBy(runs, ({ ring }) => ring)
  const isAsked = ({ ring, form }: RingWord) => asked.get(ring)?.some(run => run.form === form) ?? false
  return {
    rings: [...asked].map(([ring, itsRuns]) => {
      const words = near.filter(word => word.ring === ring)
      return { ring, words, asked: [...new Set(itsRuns.map(({ form }) => form))] }
    }),
    known: new Set(near.filter(isAsked).flatMap(({ stems }) => stems)),
  }
}

async function listRingTerms(db: Db, rings: AskedRing[]): Promise<RingTerm[]> {
  const names = rings.map(({ ring }) => termOfRing(ring))
  const { rows } = await sql<RingTerm>`
    select term as ring, id, document_frequency as "documentFrequency" from search_term
    where term = any(${names}::text[]) and document_frequency > 0`.execute(db)
  return rows
}

function weightedRing({ ring, id, documentFrequency }: RingTerm, documents: number): QueryTerm {
  const weight = weightOf({ documentFrequency, asked: 1 }, documents)
  return { id, term: ring, weight: Math.max(1, Math.round(weight * ringWeight)), documentFrequency }
}

function weighted({ id, term, asked, isSoft, documentFrequency }: FoundTerm, documents: number): QueryTerm {
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

/** Documents by score, best first; equal scores by number. `isWhole` false: some may be missing. */
export type Ranking = { ids: number[]; scores: number[]; isWhole: boolean }

/** `groups` of keys 'facet:value': a document has at least one of each group. */
export type RankOptions = { groups?: string[][]; most?: number }

/** How a statement finds documents, and scores those of them that it has a use for. */
export type Candidates = {
  /** Gives `found`: all that was found, thousands; and `candidate`: the best by what was read, dated if within filters. */
  parts: RawBuilder<unknown>
  /** The score in full of a row named `candidate`. */
  score: RawBuilder<number>
  /** Nothing that answers is missing among `found`. */
  isWhole: boolean
}

const deeperWithin = 4

/**
 * Finds what answers. When the words are too common to look at all documents, those that few of the words would bring to
 * the top may be missing, and `isWhole` is false; BM25 is exact for every one scored in full all the same.
 */
export function candidatesOf(
  { terms, horizon }: Pick<Query, 'terms' | 'horizon'>,
  { groups = [], most = limits.results }: RankOptions = {},
): Candidates {
  const reading = planReading(terms, groups.length > 0 ? deeperWithin : 1)
  // Where filters have the document's row read, its date is taken along.
  const [date, itsDate] =
    groups.length > 0 ? [sql`, sort_date`, sql`, min(sort_date) as sort_date`] : [sql``, sql``]
  const parts = sql`
    ${termsOf(reading)},
    part as (
      select posting.document_id, posting.impact * term.weight as score, term.bit ${date}
      from term cross join lateral (
        select document_id, impact from search_posting
        where term_id = term.id and document_id <= ${horizon}
        order by impact desc, document_id limit term.most
      ) as posting ${within(groups)}
    ),
    found as (
      select document_id, sum(score)::bigint as score, bit_or(bit) as seen ${itsDate} from part group by document_id
    ),
    candidate as (select * from found order by score desc, document_id
      limit ${reading.isWhole ? most : Math.max(most, limits.rescored)})`
  return {
    parts,
    score: reading.isWhole ? sql`candidate.score` : scoreInFull(reading),
    isWhole: reading.isWhole,
  }
}

/** Documents by how well they answer, as `candidatesOf` has it. */
export async function rankDocuments(
  db: Db,
  query: Pick<Query, 'terms' | 'horizon'>,
  { groups, most = limits.results }: RankOptions = {},
): Promise<Ranking> {
  const { parts, score, isWhole } = candidatesOf(query, { groups, most })
  const { rows } = await sql<Pick<Ranking, 'ids' | 'scores'>>`
    with ${parts},
    best as (select document_id, ${score} as score from candidate order by score desc, document_id limit ${most})
    select coalesce(array_agg(document_id order by score desc, document_id), '{}') as ids,
      coalesce(array_agg(score order by score desc, document_id), '{}') as scores
    from best`.execute(db)
  return { ...rows[0]!, isWhole }
}

const termsOf = ({ terms }: Reading) => sql`
  term as (select id, weight, most, is_whole, 1::bigint << place::integer as bit
    from unnest(${terms.map(({ id }) => id)}::integer[], ${terms.map(({ weight }) => weight)}::integer[],
      ${terms.map(({ most }) => most)}::integer[], ${terms.map(({ isWhole }) => isWhole)}::boolean[])
      with ordinality as t (id, weight, most, is_whole, place))`

const lookedUpAtMost = 8

/**
 * What was read of a document, and what was not because its words' lists were not read to their end. A few words are
 * looked up one by one; left to itself the database reads all words of each document, six times as long. For many words
 * that is the quicker way.
 */
const scoreInFull = ({ terms }: Reading) => sql<number>`
  (candidate.score + coalesce((${
    terms.filter(({ isWhole }) => !isWhole).length <= lookedUpAtMost
      ? sql`
        select sum(posting.impact * term.weight) from term cross join lateral (
          select impact from search_posting
          where document_id = candidate.document_id and term_id = term.id offset 0) as posting
        where not term.is_whole and candidate.seen & term.bit = 0`
      : sql`
        select sum(posting.impact * term.weight) filter (where candidate.seen & term.bit = 0)
        from term join search_posting as posting on posting.document_id = candidate.document_id and posting.term_id = term.id
        where not term.is_whole`
  }), 0)::bigint)`

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
