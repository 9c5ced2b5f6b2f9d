import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { filteredEndings, type Presents } from './ending-queries.ts'
import { type Dimension, dimensions, type HorizonFilter } from './horizon-query.ts'

/** A row of the horizon: what ends in each month on one service, product, supplier, region or type. */
export type HorizonRow = {
  key: string
  label: string
  contracts: number
  organisations: number
  firstEnd: string
  lastEnd: string
  /** Contracts by month, 'YYYY-MM'. */
  months: Record<string, number>
}

/** `rows` counts those there are, also when fewer are shown; `unplaced` the contracts that are in none. */
export type Horizon = {
  rows: HorizonRow[]
  rowsInAll: number
  contracts: number
  organisations: number
  unplaced: number
}

const keyOf: Record<
  Dimension,
  { from: ReturnType<typeof sql>; key: ReturnType<typeof sql>; label: ReturnType<typeof sql> }
> = {
  service: {
    from: sql`chosen left join service on service.id = chosen.service_id`,
    key: sql`service.id::text`,
    label: sql`service.name`,
  },
  product: {
    from: sql`chosen left join (select distinct contract_id, product.slug, product.name from system
        join product on product.id = system.product_id where system.state <> 'not-used') as product
      on product.contract_id = chosen.id`,
    key: sql`product.slug`,
    label: sql`product.name`,
  },
  supplier: { from: sql`chosen`, key: sql`chosen.supplier`, label: sql`chosen.supplier_name` },
  region: { from: sql`chosen`, key: sql`chosen.region`, label: sql`chosen.region` },
  type: { from: sql`chosen`, key: sql`chosen.type`, label: sql`chosen.type` },
}

const isChosen = sql`in_service and in_product and in_supplier and in_region and in_type`

/** What ends, by one dimension: the rows with the most contracts first. */
export async function findHorizon(
  db: Db,
  {
    filter,
    presents,
    by,
    rows: most,
  }: { filter: HorizonFilter; presents: Presents; by: Dimension; rows: number },
): Promise<Horizon> {
  const { from, key, label } = keyOf[by]
  const { rows } = await sql<
    Omit<HorizonRow, 'key' | 'label'> & {
      key: string | null
      label: string | null
      rowsInAll: number
      totals: { contracts: number; organisations: number }
    }
  >`
    with seen as (${filteredEndings(filter, presents)}),
    chosen as materialized (select * from seen where ${isChosen}),
    keyed as materialized (select ${key} as key, ${label} as label, chosen.id, chosen.organisation_id, chosen.ends_on from ${from}),
    counted as (
      select key, min(label) as label, count(*)::int as contracts, count(distinct organisation_id)::int as organisations,
        min(ends_on)::text as "firstEnd", max(ends_on)::text as "lastEnd", count(key) over ()::int as "rowsInAll"
      from keyed group by key
      order by key is null desc, count(*) desc, key limit ${most + 1})
    select counted.*, (select json_object_agg(month, ended) from (
        select to_char(ends_on, 'YYYY-MM') as month, count(*)::int as ended from keyed
        where keyed.key = counted.key group by 1) as monthly) as months,
      (select json_build_object('contracts', count(*), 'organisations', count(distinct organisation_id)) from chosen) as totals
    from counted order by contracts desc, label, key`.execute(db)
  const placed = rows.filter((row): row is typeof row & { key: string; label: string } => row.key !== null)
  return {
    rows: placed.slice(0, most).map(({ rowsInAll: _, totals: __, ...row }) => row),
    rowsInAll: rows[0]?.rowsInAll ?? 0,
    contracts: rows[0]?.totals.contracts ?? 0,
    organisations: rows[0]?.totals.organisations ?? 0,
    unplaced: rows.find(row => row.key === null)?.contracts ?? 0,
  }
}

export type FacetRow = { facet: Dimension; value: string; label: string; contracts: number }

const mostOfFacet = 12

/** How many contracts there are for the values of each filter, under all others; of many values the most frequent, and what is chosen. */
export async function listFacets(db: Db, filter: HorizonFilter, presents: Presents): Promise<FacetRow[]> {
  const others = (own: Dimension) =>
    sql.join(
      dimensions.filter(dimension => dimension !== own).map(dimension => sql.ref(`in_${dimension}`)),
      sql` and `,
    )
  const chosen = sql.join(
    dimensions.map(dimension => sql`select ${sql.lit(dimension)}, unnest(${filter[dimension]}::text[]), 0`),
    sql` union all `,
  )
  const { rows } = await sql<FacetRow>`
    with seen as materialized (${filteredEndings(filter, presents)}),
    valued as (
      select 'service' as facet, service_id::text as value, count(*)::int as contracts
        from seen where service_id is not null and ${others('service')} group by 2
      union all select 'supplier', supplier, count(*)::int
        from seen where supplier is not null and ${others('supplier')} group by 2
      union all select 'product', product.slug, count(distinct seen.id)::int
        from seen join system on system.contract_id = seen.id and system.state <> 'not-used'
        join product on product.id = system.product_id where ${others('product')} group by 2
      union all select 'region', region, count(*)::int
        from seen where region is not null and ${others('region')} group by 2
      union all select 'type', type, count(*)::int from seen where ${others('type')} group by 2
      union all ${chosen}),
    summed as (select facet, value, sum(contracts)::int as contracts, bool_or(contracts = 0) as is_chosen
      from valued group by facet, value),
    ranked as (select *, row_number() over (partition by facet order by contracts desc, value) as place from summed)
    select facet, value, contracts, coalesce(service.name, product.name, supplier.name, value) as label
    from ranked
    left join service on facet = 'service' and service.id::text = value
    left join product on facet = 'product' and product.slug = value
    left join organisation as supplier on facet = 'supplier' and supplier.slug = value
    where place <= ${mostOfFacet} or is_chosen order by facet, label`.execute(db)
  return rows
}
