import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Cursor } from './cursor.ts'
import type { Filters } from './document.ts'
import { hasOneOfEach } from './ranking-queries.ts'
import { limits } from './reading.ts'

/** Filters as the index has them: for each facet its keys. */
export const groupsOf = (filters: Filters): string[][] =>
  Object.entries(filters)
    .filter(([, values]) => values!.length > 0)
    .map(([facet, values]) => values!.map(value => `${facet}:${value}`))

/** Which of the fitting documents are asked for, in which order. */
export type Slice = { order: 'best' | 'newest'; after?: Cursor['last']; most: number }

export type Judged = {
  /** Those that fit, as many as were asked for, with their scores and dates. */
  ids: number[]
  scores: number[]
  dates: string[]
  /** How many fit; how many were judged; how many were found. */
  fitting: number
  judged: number
  found: number
  /** Documents per key; of a facet in which something is chosen, as if nothing were chosen in it. */
  counts: Record<string, number>
}

/**
 * Which documents fit the filters, and how many each further choice would leave. `parts` of the statement give the
 * documents to judge as `best`, and as `scored` all that were found: thousands, which need not leave the database.
 */
export async function judgeDocuments(
  db: Db,
  parts: RawBuilder<unknown>,
  groups: string[][],
  { order, after, most }: Slice,
): Promise<Judged> {
  const by = order === 'best' ? sql`score desc, id` : sql`sort_date desc, id desc`
  const { rows } = await sql<Judged>`
    with ${parts},
    judged as materialized (
      select id, score, sort_date, keys, ${failures(groups)} as failures, ${failedFacet(groups)} as failed
      from best join search_document on search_document.id = document_id
    ),
    held as (select unnest(keys) as key, failed, count(*) as documents from judged where failures <= 1 group by 1, 2),
    counted as (
      select key, sum(documents)::integer as documents from held
      where (failed is null or starts_with(key, failed)) and (not starts_with(key, 'organisation:') or key = any(${groups.flat()}::text[]))
      group by key
    ),
    slice as (select id, score, sort_date from judged where failures = 0 and ${behind(order, after)} order by ${by} limit ${most})
    select coalesce(array_agg(id order by ${by}), '{}') as ids,
      coalesce(array_agg(score order by ${by}), '{}') as scores,
      coalesce(array_agg(sort_date order by ${by}), '{}') as dates,
      (select count(*) from judged where failures = 0) as fitting,
      (select count(*) from judged) as judged,
      (select count(*) from scored) as found,
      (select coalesce(json_object_agg(key, documents), '{}') from counted) as counts
    from slice`.execute(db)
  return rows[0]!
}

/** Behind the last result, or where it would stand if it has gone meanwhile. */
function behind(order: Slice['order'], after: Slice['after']): RawBuilder<unknown> {
  if (!after) return sql`true`
  const [value, id] = after
  return order === 'best'
    ? sql`(score < ${value}::bigint or score = ${value}::bigint and id > ${id}::integer)`
    : sql`(sort_date, id) < (${value}::date, ${id}::integer)`
}

/** The newest documents in the place of the best: `parts` for `judgeDocuments`. */
export const newestOf = (horizon: number): RawBuilder<unknown> => sql`
  scored as (
    select id as document_id, - row_number() over (order by sort_date desc, id desc) as score
    from search_document where id <= ${horizon} order by sort_date desc, id desc limit ${limits.results + 1}
  ),
  best as (select document_id, score from scored order by score desc limit ${limits.results})`

const failures = (groups: string[][]): RawBuilder<number> =>
  groups.length === 0
    ? sql`0`
    : sql.join(
        groups.map(group => sql`(not keys && ${group}::text[])::integer`),
        sql` + `,
      )

const failedFacet = (groups: string[][]): RawBuilder<string> =>
  groups.length === 0
    ? sql`null::text`
    : sql`case ${sql.join(
        groups.map(group => sql`when not keys && ${group}::text[] then ${facetOf(group)}`),
        sql` `,
      )} end`

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
