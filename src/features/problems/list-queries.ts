import { type RawBuilder, sql } from 'kysely'
import type { Visibility } from '#features/accounts/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
import { isListedFor } from './listed-queries.ts'
import type { CostBand } from './problem.ts'
import {
  type FacetCount,
  type FacetName,
  facetNames,
  type ListedState,
  type ProblemFilters,
  type ProblemQuery,
} from './problem-list.ts'

export type ListedProblem = {
  id: string
  slug: string
  title: string
  happens: string
  state: ListedState
  visibility: Visibility
  cost_band: CostBand | null
  organisation: string
  service: string | null
  published_at: Date
  /** Counted only where the list is ordered by it. */
  councils: number
}

const nothing = sql`true`

const chosen = (values: string[], matches: (list: RawBuilder<unknown>) => RawBuilder<unknown>) =>
  values.length === 0 ? nothing : matches(sql`${values}::text[]`)

const conditions: Record<FacetName, (values: string[]) => RawBuilder<unknown>> = {
  area: values => chosen(values, list => sql`service.area_id = any(${list}::integer[])`),
  region: values => chosen(values, list => sql`organisation.region = any(${list})`),
  state: values => chosen(values, list => sql`problem.state = any(${list})`),
}

const tables = sql`problem
  join organisation on organisation.id = problem.organisation_id
  left join service on service.id = problem.service_id`

const fitting = (actor: Actor, filters: ProblemFilters) =>
  sql.join([isListedFor(actor), ...facetNames.map(facet => conditions[facet](filters[facet]))], sql` and `)

type Sort = ProblemQuery['sort']

const orders: Record<Sort, { column: RawBuilder<unknown>; type: string; isDown: boolean }> = {
  newest: { column: sql`published_at`, type: 'timestamptz', isDown: true },
  councils: { column: sql`coalesce(had.councils, 0)`, type: 'integer', isDown: true },
  title: { column: sql`lower(title)`, type: 'text', isDown: false },
}

/** What orders the list, and the rows on the asked side of a place. All orders end with the id, so that no two rows are equal. */
function ordered(sort: Sort, { after, before }: Place) {
  const [first, id] = after ?? before ?? []
  const { column, ...order } = orders[sort]
  const isDown = order.isDown !== (before !== undefined)
  const type = sql.raw(order.type)
  const direction = sql.raw(isDown ? 'desc' : 'asc')
  return {
    by: sql`${column} ${direction}, problem.id ${direction}`,
    from:
      first === undefined || id === undefined
        ? nothing
        : sql`(${column}, problem.id) ${sql.raw(isDown ? '<' : '>')} (${String(first)}::text::${type}, ${id}::text::uuid)`,
  }
}

/** The key by which a place in the list is told. */
export const placeKey =
  (sort: Sort) =>
  ({ published_at, councils, title, id }: ListedProblem): (string | number)[] => [
    { newest: published_at.toISOString(), councils, title: title.toLowerCase() }[sort],
    id,
  ]

type Page = {
  sort: Sort
  /** How many councils have a problem, by its id, for the order by it; those left out have none. */
  councils?: Map<string, number>
  place: Place
  limit: number
}

/** Problems that fit and that this actor may see, from a place on; read backwards when the place is the end of a page. */
export async function listProblems(
  db: Db,
  actor: Actor,
  filters: ProblemFilters,
  { sort, councils = new Map(), place, limit }: Page,
): Promise<ListedProblem[]> {
  const { by, from } = ordered(sort, place)
  const counted = sql`left join unnest(${[...councils.keys()]}::uuid[], ${[...councils.values()]}::integer[])
    as had (problem_id, councils) on had.problem_id = problem.id`
  const isCounted = sort === 'councils'
  const { rows } = await sql<ListedProblem>`
    select problem.id, problem.slug, title, left(happens, 400) as happens, problem.state, problem.visibility, cost_band,
      published_at, organisation.name as organisation, service.name as service,
      ${isCounted ? orders.councils.column : sql`0`} as councils
    from ${tables} ${isCounted ? counted : sql``}
    where ${fitting(actor, filters)} and ${from}
    order by ${by} limit ${limit}`.execute(db)
  return rows
}

const facetValues: Record<FacetName, RawBuilder<unknown>> = {
  area: sql`service.area_id::text`,
  region: sql`organisation.region`,
  state: sql`problem.state`,
}

/** Counts for the filter panel, of each facet as if nothing were chosen in it, and of the whole list. */
export async function listFacetCounts(db: Db, actor: Actor, filters: ProblemFilters): Promise<FacetCount[]> {
  const counts = facetNames.map(
    facet => sql`
      select ${sql.lit(facet)} as facet, ${facetValues[facet]} as value, count(*) as problems
      from ${tables} where ${fitting(actor, { ...filters, [facet]: [] })} and ${facetValues[facet]} is not null
      group by 2`,
  )
  const { rows } = await sql<FacetCount>`
    select counts.facet, counts.value, counts.problems, service_area.label
    from (
      select 'all' as facet, '' as value, count(*) as problems from ${tables} where ${fitting(actor, filters)}
      union all ${sql.join(counts, sql` union all `)}) as counts
    left join service_area on counts.facet = 'area' and service_area.id::text = counts.value`.execute(db)
  return rows
}
