import { type Selectable, sql } from 'kysely'
import type { NamedBody } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { NoticeTable } from './tables.ts'

export type Notice = Selectable<NoticeTable> & {
  buyer: NamedBody
  buyer_type: string | null
  buyer_region: string | null
  supplier: NamedBody | null
}

const wholeNotice = sql`
  select notice.*, coalesce(buyer.council_type, buyer.kind) as buyer_type, buyer.region as buyer_region,
    jsonb_build_object('name', coalesce(buyer.name, buyer_as_published), 'slug', buyer.slug,
      'name_as_published', buyer_as_published) as buyer,
    case when supplier_as_published is not null then jsonb_build_object(
      'name', coalesce(supplier.name, supplier_as_published), 'slug', supplier.slug,
      'name_as_published', supplier_as_published) end as supplier
  from notice
  left join organisation as buyer on buyer.id = notice.organisation_id
  left join organisation as supplier on supplier.id = notice.supplier_id`

/** A notice in one statement; an absent one is a Failure. */
export async function findNotice(db: Db, slug: string): Promise<Notice> {
  const { rows } = await sql<Notice>`${wholeNotice} where notice.slug = ${slug}`.execute(db)
  const [notice] = rows
  if (!notice) throw failure('absent', 'There is no such notice.')
  return notice
}

/** Whole notices by id; ids that are none are absent. */
export async function listWholeNotices(db: Db, ids: string[]): Promise<Notice[]> {
  const { rows } = await sql<Notice>`${wholeNotice} where notice.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

export async function listNoticeIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('notice').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** What an organisation sought or won, newest first. */
export async function listNoticesOfOrganisation(db: Db, organisationId: string): Promise<Notice[]> {
  const { rows } = await sql<Notice>`${wholeNotice}
    where notice.organisation_id = ${organisationId} or notice.supplier_id = ${organisationId}
    order by published_on desc, notice.id desc`.execute(db)
  return rows
}

export async function listNoticesOfService(db: Db, serviceId: number): Promise<Notice[]> {
  const { rows } = await sql<Notice>`${wholeNotice}
    join work_service on work_service.work_id = notice.id
    where work_service.service_id = ${serviceId}
    order by published_on desc, notice.id desc`.execute(db)
  return rows
}
