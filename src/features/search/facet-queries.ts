import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Cursor } from './cursor.ts'
import type { Filters } from './document.ts'
import { type Candidates, hasOneOfEach, type Query } from './ranking-queries.ts'
import { limits } from './reading.ts'

/** Filters as the index has them: for each facet its keys. */
export const groupsOf = (filters: Filters): string[][] =>
  Object.entries(filters)
    .filter(([, values]) => values!.length > 0)
    .map(([facet, values]) => values!.map(value => `${facet}:${value}`))

/** Which of the fitting documents are asked for, in which order. */
export type Slice = { order: 'best' | 'newest'; after?: Cursor['last']; most: number }

export type Fitting = {
  /** Those that fit, as many as were asked for, with their scores and dates. */
  ids: number[]
  scores: number[]
  dates: string[]
  /** How many fit. */
  fitting: number
  /** How many were found, of which those judged are the best; null where some may be missing. */
  found: number | null
}

export type Judged = Fitting & {
  judged: number
  /** Documents per key; of a facet in which something is chosen, as if nothing were chosen in it. */
  counts: Record<string, number>
}

/**
 * Which documents fit the filters, and how many each further choice would leave. Only those that fit are scored in full;
 * the thousands that were found need not leave the database.
 */
export async function judgeDocuments(
  db: Db,
  candidates: Candidates,
  groups: string[][],
  slice: Slice,
): Promise<Judged> {
  const { rows } = await sql<Judged>`
    with ${candidates.parts},
    judged as materialized (
      select candidate.*, sort_date, keys, ${failedOf(groups)} as failed
      from candidate join search_document on search_document.id = document_id
    ),
    fitting as materialized (
      select document_id as id, sort_date, ${candidates.score} as score from judged as candidate where failed = 0
    ),
    held as (
      select unnest(keys) as key, failed, count(*) as documents from judged where failed & (failed - 1) = 0 group by 1, 2
    ),
    counted as (
      select key, sum(documents)::integer as documents from held
      where ${isCounted(groups)} and (not starts_with(key, 'organisation:') or key = any(${groups.flat()}::text[]))
      group by key
    ),
    ${cutOut(foundOf(candidates), slice)}
    select slice.*, (select count(*) from judged) as judged,
      (select coalesce(json_object_agg(key, documents), '{}') from counted) as counts
    from slice`.execute(db)
  return rows[0]!
}

/** The same of candidates that all fit. */
export async function sliceFitting(db: Db, candidates: Candidates, slice: Slice): Promise<Fitting> {
  const { rows } = await sql<Fitting>`
    with ${candidates.parts},
    fitting as materialized (
      select document_id as id, sort_date, ${candidates.score} as score from candidate
    ),
    ${cutOut(foundOf(candidates), slice)}
    select * from slice`.execute(db)
  return rows[0]!
}

/**
 * The same the other way round: first what fits the filters, then how well each answers. All of it, with counts of the
 * facets in which nothing is chosen; null where more documents fit than can be looked up.
 */
export async function sliceFiltered(
  db: Db,
  { terms, horizon }: Query,
  groups: string[][],
  slice: Slice,
): Promise<(Fitting & Pick<Judged, 'counts'>) | null> {
  const most = Math.floor(limits.lookups / Math.max(1, terms.length))
  const isChosen = sql.join(
    groups.map(group => sql`starts_with(key, ${facetOf(group)})`),
    sql` or `,
  )
  // `keyed` stands alone, or the database would walk through all documents to find the first few.
  const { rows } = await sql<Fitting & Pick<Judged, 'counts'> & { kept: number }>`
    with term as (
      select * from unnest(${terms.map(({ id }) => id)}::integer[], ${terms.map(({ weight }) => weight)}::integer[])
        as t (id, weight)
    ),
    keyed as materialized (select id, sort_date, keys from search_document where ${hasOneOfEach(groups)}),
    kept as materialized (select * from keyed where id <= ${horizon} limit ${most + 1}),
    fitting as materialized (
      select kept.id, sort_date, keys, sum(impact * weight)::bigint as score
      from kept cross join term cross join lateral (
        select impact from search_posting where document_id = kept.id and term_id = term.id offset 0) as posting
      where (select count(*) from kept) <= ${most}
      group by kept.id, sort_date, keys
    ),
    counted as (
      select key, count(*) as documents from fitting cross join unnest(keys) as key
      where not (${isChosen} or starts_with(key, 'organisation:')) group by key
    ),
    ${cutOut(sql`(select count(*) from fitting)`, slice)}
    select slice.*, (select count(*) from kept) as kept,
      (select coalesce(json_object_agg(key, documents), '{}') from counted) as counts
    from slice`.execute(db)
  const { kept, ...fitting } = rows[0]!
  return kept <= most ? fitting : null
}

function cutOut(found: RawBuilder<number | null>, { order, after, most }: Slice): RawBuilder<unknown> {
  const by = order === 'best' ? sql`score desc, id` : sql`sort_date desc, id desc`
  return sql`
    slice as (
      select coalesce(array_agg(id order by ${by}), '{}') as ids,
        coalesce(array_agg(score order by ${by}), '{}') as scores,
        coalesce(array_agg(sort_date order by ${by}), '{}') as dates,
        (select count(*) from fitting) as fitting,
        ${found} as found
      from (select id, score, sort_date from fitting where ${behind(order, after)} order by ${by} limit ${most}) as wanted
    )`
}

const foundOf = ({ isWhole }: Candidates) =>
  isWhole ? sql<number>`(select count(*) from found)` : sql<null>`null::bigint`

/** Behind the last result, or where it would stand if it has gone meanwhile. */
function behind(order: Slice['order'], after: Slice['after']): RawBuilder<unknown> {
  if (!after) return sql`true`
  const [value, id] = after
  return order === 'best'
    ? sql`(score < ${value}::bigint or score = ${value}::bigint and id > ${id}::integer)`
    : sql`(sort_date, id) < (${value}::date, ${id}::integer)`
}

/** The newest documents in the place of the best. */
export const newestOf = (horizon: number): Candidates => ({
  parts: sql`
    found as (
      select id as document_id, - row_number() over (order by sort_date desc, id desc) as score, 0::bigint as seen
      from search_document where id <= ${horizon} order by sort_date desc, id desc limit ${limits.results + 1}
    ),
    candidate as (select * from found order by score desc limit ${limits.results})`,
  score: sql`candidate.score`,
  isWhole: true,
})

/** The facets whose filter a document fails, each a bit. */
const failedOf = (groups: string[][]): RawBuilder<number> =>
  groups.length === 0
    ? sql`0`
    : sql.join(
        groups.map((group, n) => sql`(not keys && ${group}::text[])::integer * ${sql.lit(1 << n)}`),
        sql` + `,
      )

/** Of a document that fails one facet only the keys of that facet count. */
const isCounted = (groups: string[][]): RawBuilder<boolean> =>
  groups.length === 0
    ? sql`true`
    : sql`case failed ${sql.join(
        groups.map((group, n) => sql`when ${sql.lit(1 << n)} then starts_with(key, ${facetOf(group)})`),
        sql` `,
      )} else true end`

/** The counts of the facets in which something is chosen. */
export const chosenOf = (counts: Judged['counts'], groups: string[][]): Judged['counts'] =>
  Object.fromEntries(
    Object.entries(counts).filter(([key]) => groups.some(group => key.startsWith(facetOf(group)))),
  )

const facetOf = ([key]: string[]) => key!.slice(0, key!.indexOf(':') + 1)

export type Place = [date: string, id: number]

/** The newest documents after a place, none newer than the horizon. */
export async function listNewest(
  db: Db,
  { groups, horizon, after, most }: { groups: string[][]; horizon: number; after?: Place; most: number },
): Promise<{ id: number; date: string }[]> {
  const { rows } = await sql<{ id: number; date: string }>`
    select id, sort_date as date from search_document
    where id <= ${horizon}
      ${after ? sql`and (sort_date, id) < (${after[0]}::date, ${after[1]}::integer)` : sql``}
      ${groups.length > 0 ? sql`and ${hasOneOfEach(groups)}` : sql``}
    order by sort_date desc, id desc limit ${most}`.execute(db)
  return rows
}

export async function countDocuments(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from search_document`.execute(db)
  return rows[0]!.count
}
