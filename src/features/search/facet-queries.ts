import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Filters } from './document.ts'
import { hasOneOfEach } from './ranking-queries.ts'

/** Filters as the index has them: for each facet its keys. */
export const groupsOf = (filters: Filters): string[][] =>
  Object.entries(filters)
    .filter(([, values]) => values!.length > 0)
    .map(([facet, values]) => values!.map(value => `${facet}:${value}`))

export type Judged = {
  /** Those that fit, in the order given or the newest first, with their dates. */
  ids: number[]
  dates: string[]
  /** Documents per key; of a facet in which something is chosen, as if nothing were chosen in it. */
  counts: Record<string, number>
}

/** Which documents fit the filters, and how many each further choice would leave. */
export async function judgeDocuments(
  db: Db,
  ids: number[],
  groups: string[][],
  order: 'given' | 'newest',
): Promise<Judged> {
  const ordered = order === 'given' ? sql`place` : sql`sort_date desc, id desc`
  const { rows } = await sql<Judged>`
    with judged as (
      select search_document.id, place, sort_date, keys, ${failures(groups)} as failures, ${failedFacet(groups)} as failed
      from unnest(${ids}::integer[]) with ordinality as candidate (id, place)
      join search_document on search_document.id = candidate.id
    ),
    counted as (
      select key, count(*) as documents from judged cross join lateral unnest(keys) as key
      where (failures = 0 or failures = 1 and starts_with(key, failed)) and (not starts_with(key, 'organisation:') or key = any(${groups.flat()}::text[]))
      group by key
    )
    select coalesce(array_agg(id order by ${ordered}), '{}') as ids,
      coalesce(array_agg(sort_date order by ${ordered}), '{}') as dates,
      (select coalesce(json_object_agg(key, documents), '{}') from counted) as counts
    from judged where failures = 0`.execute(db)
  return rows[0]!
}

const failures = (groups: string[][]): RawBuilder<number> =>
  groups.length === 0
    ? sql`0`
    : sql.join(
        groups.map(group => sql`(not keys && ${group}::text[])::integer`),
        sql` + `,
      )

const failedFacet = (groups: string[][]): RawBuilder<string> =>
  groups.length === 0
    ? sql`''`
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
