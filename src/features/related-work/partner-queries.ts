import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

export type WorkOnService = {
  organisation_id: string
  /** The newest of what it published about these services, or about others of the same kind. */
  title: string
  count: number
  is_same: boolean
}

/**
 * Who leads work about these services, or others of their sub-area. Null: those that the organisation's own work
 * is about.
 */
export async function listWorkOnServices(
  db: Db,
  { serviceIds, askerId }: { serviceIds: number[] | null; askerId: string | null },
): Promise<WorkOnService[]> {
  const { rows } = await sql<WorkOnService>`
    with asked as (
      select id, subarea_id from service where id = any(${serviceIds}::integer[])
      union
      select service.id, subarea_id from work
      join work_service on work_id = work.id join service on service.id = service_id
      where ${serviceIds === null}::boolean and organisation_id = ${askerId}::uuid and is_listed
    ),
    told as (
      select distinct work.id, work.organisation_id, work.title, work.created_at,
        bool_or(service.id in (select id from asked)) over (partition by work.id) as is_same
      from service
      join work_service on service_id = service.id
      join work on work.id = work_id
      where (service.id in (select id from asked) or service.subarea_id in (select subarea_id from asked))
        and organisation_id is not null and organisation_id is distinct from ${askerId}::uuid
        and is_listed and (work.kind, work.id) not in (select subject_kind, subject_id from moderation_hold)
    )
    select organisation_id, bool_or(is_same) as is_same,
      (array_agg(title order by is_same desc, created_at desc, id desc))[1] as title,
      count(*) filter (where is_same = any_same)::integer as count
    from (select told.*, bool_or(is_same) over (partition by organisation_id) as any_same from told) as each
    group by organisation_id order by organisation_id`.execute(db)
  return rows
}
