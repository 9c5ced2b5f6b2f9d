import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
import type { FacetCount, NoticeFilters } from './notice-list.ts'

export type ListedNotice = {
  id: string
  slug: string
  title: string
  buyer: string
  category: string
  published_on: string
  status: string
  supplier: string | null
  amount_pounds: number | null
}

const chosen = (values: string[], column: string) =>
  values.length === 0 ? sql`true` : sql`${sql.raw(column)} = any(${values}::text[])`

const conditions = ({ status, category, year }: NoticeFilters) => ({
  status: chosen(status, 'notice.status'),
  category: chosen(category, 'notice.category'),
  year: chosen(year, "to_char(notice.published_on, 'YYYY')"),
})

/** Notices that fit, newest first, from a place on; read backwards when the place is the end of a page. One statement. */
export async function listNotices(
  db: Db,
  filters: NoticeFilters,
  { place, limit }: { place: Place; limit: number },
): Promise<ListedNotice[]> {
  const { status, category, year } = conditions(filters)
  const [day, id] = place.after ?? place.before ?? []
  const isBackwards = place.before !== undefined
  const direction = sql.raw(isBackwards ? 'asc' : 'desc')
  const from =
    day === undefined
      ? sql`true`
      : sql`(notice.published_on, notice.id) ${sql.raw(isBackwards ? '>' : '<')} (${day}::text::date, ${id}::text::uuid)`
  const { rows } = await sql<ListedNotice>`
    select notice.id, notice.slug, title, category, published_on, notice.status, amount_pounds,
      coalesce(buyer.name, buyer_as_published) as buyer, coalesce(supplier.name, supplier_as_published) as supplier
    from notice
    left join organisation as buyer on buyer.id = notice.organisation_id
    left join organisation as supplier on supplier.id = notice.supplier_id
    where ${status} and ${category} and ${year} and ${from}
    order by notice.published_on ${direction}, notice.id ${direction} limit ${limit}`.execute(db)
  return rows
}

/** How many notices there are by each facet, under the choices of the others, and in all. One statement. */
export async function listFacetCounts(db: Db, filters: NoticeFilters): Promise<FacetCount[]> {
  const { status, category, year } = conditions(filters)
  const { rows } = await sql<FacetCount>`
    with fitting as (
      select status, category, to_char(published_on, 'YYYY') as year,
        ${status} as in_status, ${category} as in_category, ${year} as in_year
      from notice)
    select 'all' as facet, '' as value, count(*) as notices from fitting where in_status and in_category and in_year
    union all select 'status', status, count(*) from fitting where in_category and in_year group by status
    union all select 'category', category, count(*) from fitting where in_status and in_year group by category
    union all select 'year', year, count(*) from fitting where in_status and in_category group by year`.execute(
    db,
  )
  return rows
}
