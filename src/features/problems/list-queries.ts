import { type RawBuilder, sql } from 'kysely'
import { type Actor, hasDuty, isOfPublicSector } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
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
  cost_band: CostBand | null
  organisation: string
  service: string | null
  published_at: Date
}

const nothing = sql`true`

/** As `maySeeProblem` says of what is open or solved; what waits for a curator or was withheld is in no list. */
function seenBy(actor: Actor): RawBuilder<unknown> {
  const own = actor.kind === 'person' ? actor.memberships.map(({ organisationId }) => organisationId) : []
  const seen = hasDuty(actor, 'curator')
    ? nothing
    : sql`(visibility = 'public' or (visibility = 'public-sector' and ${isOfPublicSector(actor)}::boolean)
        or problem.organisation_id = any(${own}::uuid[])
        or (visibility = 'partners' and problem.id in (
          select problem_id from problem_reader where problem_reader.organisation_id = any(${own}::uuid[]))))`
  return sql`problem.state in ('published', 'solved') and ${seen} and not exists (
    select from moderation_hold where subject_kind = 'problem' and subject_id = problem.id)`
}

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
  sql.join([seenBy(actor), ...facetNames.map(facet => conditions[facet](filters[facet]))], sql` and `)

/** What orders the list, and the rows on the asked side of a place. Both orders end with the id, so that no two rows are equal. */
function ordered(sort: ProblemQuery['sort'], { after, before }: Place) {
  const [first, id] = after ?? before ?? []
  const isDown = (sort === 'newest') !== (before !== undefined)
  const column = sort === 'newest' ? sql`published_at` : sql`lower(title)`
  const type = sql.raw(sort === 'newest' ? 'timestamptz' : 'text')
  const direction = sql.raw(isDown ? 'desc' : 'asc')
  return {
    by: sql`${column} ${direction}, problem.id ${direction}`,
    from:
      first === undefined || id === undefined
        ? nothing
        : sql`(${column}, problem.id) ${sql.raw(isDown ? '<' : '>')} (${first}::text::${type}, ${id}::text::uuid)`,
  }
}

/** The key by which a place in the list is told. */
export const placeKey =
  (sort: ProblemQuery['sort']) =>
  ({ published_at, title, id }: ListedProblem): string[] => [
    sort === 'newest' ? published_at.toISOString() : title.toLowerCase(),
    id,
  ]

/** Problems that fit and that this actor may see, from a place on; read backwards when the place is the end of a page. */
export async function listProblems(
  db: Db,
  actor: Actor,
  filters: ProblemFilters,
  { sort, place, limit }: { sort: ProblemQuery['sort']; place: Place; limit: number },
): Promise<ListedProblem[]> {
  const { by, from } = ordered(sort, place)
  const { rows } = await sql<ListedProblem>`
    select problem.id, problem.slug, title, left(happens, 400) as happens, problem.state, cost_band, published_at,
      organisation.name as organisation, service.name as service
    from ${tables} where ${fitting(actor, filters)} and ${from}
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
