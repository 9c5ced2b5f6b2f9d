import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
import { type FacetCount, type SystemFilters, withUsual } from './system-list.ts'
import { isShown, listShown, type ShownSystem, shownSystems, standingInSql } from './system-queries.ts'

const serviceValue = sql`coalesce(system.service_id::text, system.service_as_published)`

const among = (values: string[], column: ReturnType<typeof sql>) =>
  values.length === 0 ? sql`true` : sql`${column} = any(${values}::text[])`

const conditions = (given: SystemFilters) => {
  const filters = withUsual(given)
  return {
    standing: among(filters.standing, standingInSql),
    service: among(filters.service, serviceValue),
    supplier: among(filters.supplier, sql`supplier.slug`),
    product: among(filters.product, sql`product.slug`),
    region: among(filters.region, sql`coalesce(organisation.region, organisation.nation)`),
    type: among(filters.type, sql`organisation.council_type`),
  }
}

const all = (given: SystemFilters) => {
  const { standing, service, supplier, product, region, type } = conditions(given)
  return sql`${standing} and ${service} and ${supplier} and ${product} and ${region} and ${type}`
}

export type ListedSystem = ShownSystem & { short_name: string }

/** Systems that fit, by organisation, from a place on; read backwards when the place is the end of a page. */
export async function listSystems(
  db: Db,
  filters: SystemFilters,
  { place, limit }: { place: Place; limit: number },
): Promise<ListedSystem[]> {
  const [name, id] = place.after ?? place.before ?? []
  const isBackwards = place.before !== undefined
  const direction = sql.raw(isBackwards ? 'desc' : 'asc')
  const from =
    name === undefined
      ? sql`true`
      : sql`(organisation.short_name, system.id) ${sql.raw(isBackwards ? '<' : '>')} (${name}::text, ${id}::text::uuid)`
  const { rows } = await sql<{ id: string; short_name: string }>`
    select system.id, organisation.short_name from ${shownSystems}
    where ${isShown} and ${all(filters)} and ${from}
    order by organisation.short_name ${direction}, system.id ${direction} limit ${limit}`.execute(db)
  const shown = await listShown(
    db,
    sql`system.id = any(${rows.map(({ id }) => id)}::uuid[])`,
    sql`organisation.short_name ${direction}, system.id ${direction}`,
  )
  return shown.map((system, at) => ({ ...system, short_name: rows[at]!.short_name }))
}

/** All systems that fit, for a file. */
export const listAllSystems = (db: Db, filters: SystemFilters): Promise<ShownSystem[]> =>
  listShown(db, all(filters), sql`organisation.short_name, system.id`)

/** How many systems there are by each facet, under the choices of the others, and in all. */
export async function listFacetCounts(db: Db, filters: SystemFilters): Promise<FacetCount[]> {
  const { standing, service, supplier, product, region, type } = conditions(filters)
  const { rows } = await sql<FacetCount>`
    with fitting as (
      select ${standingInSql} as standing, ${serviceValue} as service,
        system.service_as_published as service_label,
        coalesce(supplier.slug, '') as supplier, supplier.name as supplier_label,
        coalesce(product.slug, '') as product, product.name as product_label,
        coalesce(organisation.region, organisation.nation, '') as region, coalesce(organisation.council_type, '') as type,
        ${standing} as in_standing, coalesce(${service}, false) as in_service, coalesce(${supplier}, false) as in_supplier,
        coalesce(${product}, false) as in_product, coalesce(${region}, false) as in_region,
        coalesce(${type}, false) as in_type
      from ${shownSystems} where ${isShown})
    select 'all' as facet, '' as value, null as label, count(*) as systems from fitting
      where in_standing and in_service and in_supplier and in_product and in_region and in_type
    union all select 'standing', standing, null, count(*) from fitting
      where in_service and in_supplier and in_product and in_region and in_type group by standing
    union all select 'service', service, mode() within group (order by service_label), count(*) from fitting
      where in_standing and in_supplier and in_product and in_region and in_type group by service
    union all select 'supplier', supplier, min(supplier_label), count(*) from fitting
      where in_standing and in_service and in_product and in_region and in_type group by supplier
    union all select 'product', product, min(product_label), count(*) from fitting
      where in_standing and in_service and in_supplier and in_region and in_type group by product
    union all select 'region', region, null, count(*) from fitting
      where in_standing and in_service and in_supplier and in_product and in_type group by region
    union all select 'type', type, null, count(*) from fitting
      where in_standing and in_service and in_supplier and in_product and in_region group by type`.execute(db)
  return rows
}
