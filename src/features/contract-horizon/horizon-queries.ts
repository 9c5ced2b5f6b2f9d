import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { fits, fittingContracts, isShownProduct, type Presents } from './ending-queries.ts'
import { type Dimension, dimensions, type HorizonFilter } from './horizon-query.ts'

/** A row of the horizon: how many contracts end in each month ('YYYY-MM') on one service, product, supplier, region or type. */
export type HorizonRow = { key: string; label: string; contracts: number; months: Record<string, number> }

/** `rowsInAll` counts those there are, also when fewer are shown; `unplaced` the contracts that are in none. */
export type HorizonRows = { rows: HorizonRow[]; rowsInAll: number; unplaced: number }

type Keying = { key: RawBuilder<unknown>; join?: RawBuilder<unknown>; names: RawBuilder<unknown> }

const typeOf = sql`coalesce(organisation.council_type, organisation.kind)`

// Keys are named only once they are counted: there are far fewer of them.
const keyings: Record<Dimension, Keying> = {
  service: {
    key: sql`fitting.service_id`,
    names: sql`select id as key, id::text as slug, name from service`,
  },
  product: {
    key: sql`run.product_id`,
    join: sql`left join (select distinct contract_id, product_id from system
      where state <> 'not-used' and product_id is not null and ${isShownProduct(sql`product_id`)}) as run on run.contract_id = fitting.id`,
    names: sql`select id as key, slug, name from product`,
  },
  supplier: { key: sql`fitting.supplier_id`, names: sql`select id as key, slug, name from organisation` },
  region: {
    key: sql`fitting.region`,
    names: sql`select distinct region as key, region as slug, region as name from organisation`,
  },
  type: {
    key: sql`fitting.type`,
    names: sql`select distinct ${typeOf} as key, ${typeOf} as slug, ${typeOf} as name from organisation`,
  },
}

type Asked = { filter: HorizonFilter; presents: Presents; by: Dimension; rows: number }

/** What ends in which month, by one dimension: the rows with the most contracts first. */
export async function listRows(db: Db, { filter, presents, by, rows: most }: Asked): Promise<HorizonRows> {
  const { key, join = sql``, names } = keyings[by]
  const { rows } = await sql<
    Omit<HorizonRow, 'key' | 'label'> & { key: string | null; label: string | null; rowsInAll: number }
  >`
    with fitting as (
      select contract.id, contract.service_id, contract.supplier_id, organisation.region, ${typeOf} as type,
        (date_part('year', contract.ends_on) * 12 + date_part('month', contract.ends_on) - 1)::int as month
      from ${fittingContracts(filter, presents)} and ${fits('region', filter)} and ${fits('type', filter)}),
    monthly as (select ${key} as key, month, count(*)::int as ended from fitting ${join} group by 1, 2),
    counted as (
      select key, sum(ended)::int as contracts, count(key) over ()::int as "rowsInAll" from monthly group by key
      order by key is null desc, sum(ended) desc, key limit ${most + 1})
    select named.slug as key, named.name as label, contracts, "rowsInAll",
      json_object_agg((month / 12)::text || '-' || lpad((month % 12 + 1)::text, 2, '0'), ended order by month) as months
    from counted join monthly on monthly.key is not distinct from counted.key
    left join (${names}) as named on named.key = counted.key
    group by counted.key, named.slug, named.name, contracts, "rowsInAll"
    order by contracts desc, label, counted.key`.execute(db)
  const placed = rows.filter((row): row is typeof row & HorizonRow => row.key !== null)
  return {
    rows: placed.slice(0, most).map(({ rowsInAll: _, ...row }) => row),
    rowsInAll: rows[0]?.rowsInAll ?? 0,
    unplaced: rows.find(row => row.key === null)?.contracts ?? 0,
  }
}

export type FacetRow = { facet: Dimension; value: string; label: string; contracts: number }
export type HorizonCounts = { contracts: number; organisations: number; facets: FacetRow[] }

/**
 * How many contracts of how many organisations fit; how many there are in each region and of each type, under all other
 * filters; and the names of what else is chosen.
 */
export async function countFitting(
  db: Db,
  filter: HorizonFilter,
  presents: Presents,
): Promise<HorizonCounts> {
  const chosen = dimensions.map(
    dimension => sql`select ${sql.lit(dimension)}, unnest(${filter[dimension]}::text[]), 0`,
  )
  const { rows } = await sql<{ facet: string; value: string; label: string; contracts: number }>`
    with held as (select organisation.id, count(*)::int as contracts from ${fittingContracts(filter, presents)} group by 1),
    placed as (
      select contracts, region, ${typeOf} as type, ${fits('region', filter)} as in_region, ${fits('type', filter)} as in_type
      from held join organisation on organisation.id = held.id),
    counted (facet, value, contracts) as (
      select 'all', count(*)::text, coalesce(sum(contracts), 0) from placed where in_region and in_type
      union all select 'region', region, sum(contracts) from placed where region is not null and in_type group by region
      union all select 'type', type, sum(contracts) from placed where in_region group by type
      union all ${sql.join(chosen, sql` union all `)})
    select facet, value, sum(contracts)::int as contracts, coalesce(min(service.name), min(product.name), min(supplier.name), value) as label
    from counted
    left join service on facet = 'service' and service.id::text = value
    left join product on facet = 'product' and product.slug = value
    left join organisation as supplier on facet = 'supplier' and supplier.slug = value
    group by facet, value order by facet, label`.execute(db)
  const all = rows.find(({ facet }) => facet === 'all')!
  return {
    contracts: all.contracts,
    organisations: Number(all.value),
    facets: rows.filter((row): row is FacetRow => row.facet !== 'all'),
  }
}
