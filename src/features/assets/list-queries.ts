import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
import type { AssetKind } from './asset.ts'
import { type AssetFilters, type FacetCount, type FacetName, facetNames } from './asset-list.ts'
import { isListed } from './listed-queries.ts'

export type ListedAsset = {
  id: string
  slug: string
  kind: AssetKind
  title: string
  purpose: string
  licence: string | null
  release: string | null
  published_at: Date
  organisation: string
  service: string | null
}

const nothing = sql`true`

const columns: Record<FacetName, RawBuilder<unknown>> = {
  kind: sql`asset.kind`,
  area: sql`service.area_id::text`,
  licence: sql`asset.licence`,
}

const tables = sql`asset
  join organisation on organisation.id = asset.organisation_id
  left join service on service.id = asset.service_id`

const fitting = (filters: AssetFilters) =>
  sql.join(
    [
      isListed,
      filters.among ? sql`asset.id = any(${filters.among}::uuid[])` : nothing,
      ...facetNames.map(name =>
        filters[name].length > 0 ? sql`${columns[name]} = any(${filters[name]}::text[])` : nothing,
      ),
    ],
    sql` and `,
  )

/** Assets that fit, the newest first, from a place on; read backwards when the place is the end of a page. */
export async function listAssets(
  db: Db,
  filters: AssetFilters,
  { place: { after, before }, limit }: { place: Place; limit: number },
): Promise<ListedAsset[]> {
  const [moment, id] = after ?? before ?? []
  const isDown = before === undefined
  const direction = sql.raw(isDown ? 'desc' : 'asc')
  const from =
    moment === undefined || id === undefined
      ? nothing
      : sql`(published_at, asset.id) ${sql.raw(isDown ? '<' : '>')}
          (${String(moment)}::text::timestamptz, ${String(id)}::text::uuid)`
  const { rows } = await sql<ListedAsset>`
    select asset.id, asset.slug, asset.kind, asset.title, left(purpose, 400) as purpose, licence, release, published_at,
      organisation.name as organisation, service.name as service
    from ${tables} where ${fitting(filters)} and ${from}
    order by published_at ${direction}, asset.id ${direction} limit ${limit}`.execute(db)
  return rows
}

/** Counts for the filter panel, of each facet as if nothing were chosen in it, and of the whole list. */
export async function listFacetCounts(db: Db, filters: AssetFilters): Promise<FacetCount[]> {
  const counts = facetNames.map(
    name => sql`
      select ${sql.lit(name)} as facet, ${columns[name]} as value, count(*) as assets
      from ${tables} where ${fitting({ ...filters, [name]: [] })} and ${columns[name]} is not null group by 2`,
  )
  const { rows } = await sql<FacetCount>`
    select counts.facet, counts.value, counts.assets, service_area.label
    from (
      select 'all' as facet, '' as value, count(*) as assets from ${tables} where ${fitting(filters)}
      union all ${sql.join(counts, sql` union all `)}) as counts
    left join service_area on counts.facet = 'area' and service_area.id::text = counts.value`.execute(db)
  return rows
}
