import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
import { type ContractFilters, type FacetCount, type FacetName, facetNames } from './contract-list.ts'
import type { ContractTable } from './tables.ts'

export type ListedContract = Pick<
  ContractTable,
  'id' | 'title' | 'starts_on' | 'ends_on' | 'is_open_ended' | 'extends_to' | 'value_pounds' | 'is_confirmed'
> & {
  organisation: string
  organisationSlug: string
  supplier: string | null
  service: string | null
  rank: number
  day: number
}

const nothing = sql`true`

const chosen = (values: string[], matches: (list: RawBuilder<unknown>) => RawBuilder<unknown>) =>
  values.length === 0 ? nothing : matches(sql`${values}::text[]`)

const conditions: Record<FacetName, (values: string[]) => RawBuilder<unknown>> = {
  region: values => chosen(values, list => sql`buyer.region = any(${list})`),
  type: values => chosen(values, list => sql`buyer.council_type = any(${list})`),
  area: values => chosen(values, list => sql`service.area_id = any(${list}::integer[])`),
  service: values => chosen(values, list => sql`contract.service_id = any(${list}::integer[])`),
  supplier: values => chosen(values, list => sql`supplier.slug = any(${list})`),
}

const likeness = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

const tables = sql`contract
  join organisation as buyer on buyer.id = contract.organisation_id
  left join organisation as supplier on supplier.id = contract.supplier_id
  left join service on service.id = contract.service_id`

const isShown = sql`not exists (select from moderation_hold as hold
  where hold.subject_kind = 'contract' and hold.subject_id = contract.id)`

/** Whose contracts: what an organisation buys, and what it supplies. */
export const ofOrganisation = (id: string) =>
  sql`(contract.organisation_id = ${id} or contract.supplier_id = ${id})`

const asked = ({ q, from, to }: ContractFilters, whose: RawBuilder<unknown>) =>
  sql.join(
    [
      isShown,
      whose,
      q === ''
        ? nothing
        : sql`(contract.title ilike ${likeness(q)} or coalesce(supplier.name, supplier_as_published) ilike ${likeness(q)}
            or buyer.name ilike ${likeness(q)} or contract.reference ilike ${likeness(q)})`,
      from === undefined ? nothing : sql`contract.ends_on >= ${from}::text::date`,
      to === undefined ? nothing : sql`contract.ends_on <= ${to}::text::date`,
    ],
    sql` and `,
  )

const rank = (today: string) => sql`case when contract.is_open_ended or contract.ends_on is null then 1
  when coalesce(contract.extends_to, contract.ends_on) < ${today}::text::date then 2 else 0 end`
const day = (today: string) => sql`case when contract.is_open_ended or contract.ends_on is null then 0
  when coalesce(contract.extends_to, contract.ends_on) < ${today}::text::date then date '2000-01-01' - contract.ends_on
  else contract.ends_on - date '2000-01-01' end`

type Listing = {
  filters: ContractFilters
  whose?: RawBuilder<unknown>
  today: string
  place: Place
  limit: number
}

/** Contracts that fit: those that run by their end, then those without an end, then those that are over, latest first. */
export async function listContracts(
  db: Db,
  { filters, whose = nothing, today, place, limit }: Listing,
): Promise<ListedContract[]> {
  const [atRank, atDay, id] = place.after ?? place.before ?? []
  const isBackwards = place.before !== undefined
  const direction = sql.raw(isBackwards ? 'desc' : 'asc')
  const from =
    atRank === undefined
      ? nothing
      : sql`(rank, day, id) ${sql.raw(isBackwards ? '<' : '>')} (${atRank}::int, ${atDay}::int, ${id}::text::uuid)`
  const { rows } = await sql<ListedContract>`
    select * from (
      select contract.id, title, contract.starts_on, contract.ends_on, is_open_ended, extends_to, value_pounds,
        is_confirmed, buyer.name as organisation, buyer.slug as "organisationSlug",
        coalesce(supplier.name, supplier_as_published) as supplier, service.name as service,
        ${rank(today)} as rank, ${day(today)} as day
      from ${tables}
      where ${asked(filters, whose)} and ${sql.join(
        facetNames.map(facet => conditions[facet](filters[facet])),
        sql` and `,
      )}) as listed
    where ${from}
    order by rank ${direction}, day ${direction}, id ${direction} limit ${limit}`.execute(db)
  return rows
}

/** How many contracts there are by each facet, under the choices of the others, and in all. One statement. */
export async function listFacetCounts(
  db: Db,
  filters: ContractFilters,
  whose: RawBuilder<unknown> = nothing,
): Promise<FacetCount[]> {
  const fits = (but: FacetName | null) =>
    sql.join(
      [nothing, ...facetNames.filter(name => name !== but).map(name => sql.ref(`in_${name}`))],
      sql` and `,
    )
  const { rows } = await sql<FacetCount>`
    with fitting as (
      select buyer.region, buyer.council_type as type, service.area_id::text as area, area.label as area_label,
        contract.service_id::text as service, service.name as service_label,
        supplier.slug as supplier, supplier.name as supplier_label,
        ${sql.join(facetNames.map(facet => sql`${conditions[facet](filters[facet])} as ${sql.ref(`in_${facet}`)}`))}
      from ${tables} left join service_area as area on area.id = service.area_id
      where ${asked(filters, whose)})
    select 'all' as facet, '' as value, null as label, count(*) as contracts from fitting where ${fits(null)}
    union all select 'region', region, region, count(*) from fitting
      where region is not null and ${fits('region')} group by region
    union all select 'type', type, type, count(*) from fitting where type is not null and ${fits('type')} group by type
    union all select 'area', area, area_label, count(*) from fitting
      where area is not null and ${fits('area')} group by area, area_label
    union all select 'service', service, service_label, count(*) from fitting
      where service is not null and ${fits('service')} group by service, service_label
    union all select 'supplier', supplier, supplier_label, count(*) from fitting
      where supplier is not null and ${fits('supplier')} group by supplier, supplier_label`.execute(db)
  return rows
}
