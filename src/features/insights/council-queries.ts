import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** A council of today or of the past, with what it is grouped by. */
export type GroupedCouncil = {
  id: string
  slug: string
  name: string
  shortName: string
  gssCode: string | null
  region: string | null
  type: string
  tier: string | null
  isCurrent: boolean
  population: number | null
  /** Share of its people who live in rural places, 0 to 1. */
  shareRural: number | null
  /** Combined authorities that it is in. */
  authorityIds: string[]
}

export async function listCouncils(db: Db): Promise<GroupedCouncil[]> {
  const { rows } = await sql<GroupedCouncil>`
    select id, slug, name, short_name as "shortName", gss_code as "gssCode", region, coalesce(council_type, '') as type, tier,
      status = 'current' as "isCurrent", population, share_rural + coalesce(share_highly_rural, 0) as "shareRural",
      array(
        select body_id from organisation_member
        where member_id = organisation.id and organisation_member.kind = 'combined-authority') as "authorityIds"
    from organisation left join organisation_profile on organisation_id = id
    where kind = 'council' and status <> 'planned' order by regexp_replace(short_name, '^The ', ''), id`.execute(
    db,
  )
  return rows
}

/** Councils that another took over as a whole: former id → the id that came after. */
export async function listSuccessions(db: Db): Promise<{ from: string; to: string }[]> {
  return db
    .selectFrom('organisation_succession')
    .select(['from_id as from', 'to_id as to'])
    .where('part', '=', 'whole')
    .where('certainty', '=', 'done')
    .execute()
}

export const listServiceAreas = (db: Db): Promise<{ id: number; label: string }[]> =>
  db
    .selectFrom('service_area')
    .select(['id', 'label'])
    .where('parent_id', 'is', null)
    .orderBy('label')
    .execute()

export const listAuthorities = (
  db: Db,
): Promise<{ id: string; slug: string; name: string; gssCode: string | null }[]> =>
  db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'gss_code as gssCode'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('organisation_member')
          .select('member_id')
          .whereRef('body_id', '=', 'organisation.id')
          .where('organisation_member.kind', '=', 'combined-authority'),
      ),
    )
    .orderBy('name')
    .execute()

export const findSupplier = (db: Db, slug: string): Promise<{ id: string; name: string } | undefined> =>
  db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('slug', '=', slug)
    .where('kind', '=', 'supplier')
    .executeTakeFirst()
