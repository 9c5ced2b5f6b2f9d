import { type RawBuilder, sql } from 'kysely'
import type { Visibility } from '#features/accounts/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
import type { Precision } from './funding.ts'
import { isListed, isListedWith, isOneOf } from './listed-queries.ts'
import type { Phase, State } from './project.ts'
import {
  type FacetCount,
  type FacetName,
  facetNames,
  isFiltered,
  type ProjectFilters,
  type ProjectQuery,
} from './project-list.ts'

export type ListedProject = {
  id: string
  slug: string
  title: string
  phase: Phase | null
  state: State
  starts_on: string | null
  ends_on: string | null
  dated_on: string
  partners_welcome_until: string | null
  excerpt: string | null
  visibility: Visibility
  organisation: string | null
  organisation_slug: string | null
  partners: string[]
  funding: { amount_pounds: number | null; decided_on: string; decided_precision: Precision }[]
}

const nothing = sql`true`

const chosen = (values: string[], matches: (list: RawBuilder<unknown>) => RawBuilder<unknown>) =>
  values.length === 0 ? nothing : matches(sql`${values}::text[]`)

/** One condition for each facet; `project` and, joined to it, `organisation` are in scope. */
const conditions = (filters: ProjectFilters): Record<FacetName, RawBuilder<unknown>> => ({
  phase: chosen(filters.phase, list => sql`project.phase = any(${list})`),
  state: chosen(filters.state, list => sql`project.state = any(${list})`),
  region: chosen(filters.region, list => sql`organisation.region = any(${list})`),
  type: chosen(
    filters.type,
    list => sql`coalesce(organisation.council_type, organisation.kind) = any(${list})`,
  ),
  area: chosen(
    filters.area,
    list => sql`project.id in (
      select work_service.work_id from work_service join service on service.id = work_service.service_id
      where service.area_id = any(${list}::integer[]))`,
  ),
})

const titleOrder = sql`lower(project.title)`

/** What orders the list, and the rows on the asked side of a place. Both orders end with the id, so that no two rows are equal. */
function ordered(sort: ProjectQuery['sort'], { after, before }: Place) {
  const [first, id] = after ?? before ?? []
  const isBackwards = before !== undefined && after === undefined
  const isDown = (sort === 'newest') !== isBackwards
  const column = sort === 'newest' ? sql`project.dated_on` : titleOrder
  const type = sql.raw(sort === 'newest' ? 'date' : 'text')
  const direction = sql.raw(isDown ? 'desc' : 'asc')
  return {
    by: sql`${column} ${direction}, project.id ${direction}`,
    from:
      first === undefined || id === undefined
        ? nothing
        : sql`(${column}, project.id) ${sql.raw(isDown ? '<' : '>')} (${first}::text::${type}, ${id}::text::uuid)`,
  }
}

/** The key by which a place in the list is told. */
export const placeKey =
  (sort: ProjectQuery['sort']) =>
  ({ dated_on, title, id }: ListedProject): string[] => [
    sort === 'newest' ? dated_on : title.toLowerCase(),
    id,
  ]

type Page = {
  sort: ProjectQuery['sort']
  place: Place
  limit: number
  /** Ids of what is shown besides what everyone may find. */
  besides?: string[]
}

/** Projects that fit, from a place on; read backwards when the place is the end of a page. One statement. */
export async function listProjects(
  db: Db,
  filters: ProjectFilters,
  { sort, place, limit, besides = [] }: Page,
): Promise<ListedProject[]> {
  const { by, from } = ordered(sort, place)
  const { phase, state, region, type, area } = conditions(filters)
  const { rows } = await sql<ListedProject>`
    select project.id, project.slug, project.title, project.phase, project.state, project.starts_on, project.ends_on,
      project.dated_on, project.partners_welcome_until, project.excerpt, project.visibility, project.organisation, project.organisation_slug,
      array(
        select coalesce(organisation.name, project_partner.name_as_published)
        from project_partner left join organisation on organisation.id = project_partner.organisation_id
        where project_partner.project_id = project.id and standing is distinct from 'asked' order by position) as partners,
      coalesce((
        select jsonb_agg(jsonb_build_object('amount_pounds', amount_pounds, 'decided_on', decided_on,
          'decided_precision', decided_precision) order by decided_on)
        from project_funding where project_funding.project_id = project.id), '[]') as funding
    from (
      select project.id, project.slug, project.title, project.phase, project.state, project.starts_on, project.ends_on,
        project.dated_on, project.partners_welcome_until, project.visibility, left(coalesce(project.problem, project.why, project.outcome), 400) as excerpt,
        coalesce(organisation.name, project.organisation_as_published) as organisation,
        organisation.slug as organisation_slug
      from project left join organisation on organisation.id = project.organisation_id
      where ${isListedWith(besides)} and ${phase} and ${state} and ${region} and ${type} and ${area} and ${from}
      order by ${by} limit ${limit}) as project
    order by ${by}`.execute(db)
  return rows
}

/** Projects among these that fit, with what they are counted by. */
function fitting(among: RawBuilder<unknown>, filters: ProjectFilters): RawBuilder<unknown> {
  const { phase, state, region, type, area } = conditions(filters)
  return sql`
    select project.id, project.phase, project.state, organisation.region,
      coalesce(organisation.council_type, organisation.kind) as type
    from project left join organisation on organisation.id = project.organisation_id
    where ${among} and ${phase} and ${state} and ${region} and ${type} and ${area}`
}

const countAreas = (projects: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select 'area', area_id::text, count(*) from (
    select distinct work_id, area_id from ${projects} join work_service on work_id = fitting.id
    join service on service.id = service_id where area_id is not null) as tagged
  group by area_id`

function countValues(facet: FacetName, projects: RawBuilder<unknown>): RawBuilder<unknown> {
  if (facet === 'area') return countAreas(projects)
  const value = sql.ref(facet)
  return sql`select ${sql.lit(facet)}, ${value}, count(*) from ${projects} where ${value} is not null group by ${value}`
}

/** Counts of a facet as if nothing were chosen in it; where nothing else is, those of everyone are counted already. */
function countOthers(
  among: RawBuilder<unknown>,
  facet: FacetName,
  filters: ProjectFilters,
): RawBuilder<unknown> {
  const others = { ...filters, [facet]: [] }
  return isFiltered(others) || among !== isListed
    ? countValues(facet, sql`(${fitting(among, others)}) as fitting`)
    : sql`select facet, value, projects from project_count where facet = ${sql.lit(facet)}`
}

/** Counts of these projects for every facet, each under the choices of the others, and of the whole. */
function facetCounts(among: RawBuilder<unknown>, filters: ProjectFilters): RawBuilder<FacetCount> {
  const counts = facetNames.map(facet =>
    filters[facet].length > 0 ? countOthers(among, facet, filters) : countValues(facet, sql`fitting`),
  )
  return sql`
    with fitting as materialized (${fitting(among, filters)})
    select 'all' as facet, '' as value, count(*) as projects from fitting
    union all ${sql.join(counts, sql` union all `)}`
}

const everything: ProjectFilters = { phase: [], state: [], region: [], type: [], area: [] }

/** Counts for the filter panel; those of the whole list were counted when it last changed. One statement. */
export async function listFacetCounts(
  db: Db,
  filters: ProjectFilters,
  besides: string[] = [],
): Promise<FacetCount[]> {
  const ofEveryone = isFiltered(filters)
    ? facetCounts(isListed, filters)
    : sql`select facet, value, projects from project_count`
  const counts =
    besides.length === 0
      ? ofEveryone
      : sql`
        select facet, value, sum(projects)::bigint as projects
        from ((${ofEveryone}) union all (${facetCounts(isOneOf(besides), filters)})) as parts
        group by facet, value`
  const { rows } = await sql<FacetCount>`
    select counts.facet, counts.value, counts.projects, service_area.label
    from (${counts}) as counts
    left join service_area on counts.facet = 'area' and service_area.id::text = counts.value`.execute(db)
  return rows
}

/** Counts the whole list anew. */
export async function refreshProjectCounts(trx: Db): Promise<void> {
  await trx.deleteFrom('project_count').execute()
  await sql`
    insert into project_count (facet, value, projects)
    select facet, value, projects from (${facetCounts(isListed, everything)}) as counts
    on conflict (facet, value) do update set projects = excluded.projects`.execute(trx)
}
