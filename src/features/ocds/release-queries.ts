import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { OrgIds, ReleaseFacts } from './planning-release.ts'

// From beta on what the work needs has been bought, or built.
const isPlanned = sql<boolean>`project.is_listed
  and (project.state = 'planned' or project.state = 'live' and project.phase in ('idea', 'discovery', 'alpha'))
  and project.id not in (select subject_id from moderation_hold where subject_kind = 'project')`

/** Ids of the projects that have a release: everyone may see them, in their order. */
export async function listPlannedIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('project').select('id').where(isPlanned).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export async function findPlannedId(db: Db, slug: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('project')
    .select('id')
    .where('slug', '=', slug)
    .where(isPlanned)
    .executeTakeFirst()
  return found?.id
}

/** By the project's id. */
export async function listReleaseFacts(db: Db, ids: string[]): Promise<Map<string, ReleaseFacts>> {
  const { rows } = await sql<ReleaseFacts & { id: string }>`
    select project.id,
      coalesce((
        select max(occurred_at) from activity where subject_kind = 'project' and subject_id = project.id::text),
        project.created_at) as "changedAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', service.id, 'name', service.name) order by service.id)
        from work_service join service on service.id = work_service.service_id
        where work_service.work_id = project.id), '[]') as services
    from project where project.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

export async function listOrgIds(db: Db, organisationIds: string[]): Promise<OrgIds> {
  if (organisationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation_identifier')
    .select(['organisation_id', 'value'])
    .where('scheme', '=', 'org-id')
    .where('organisation_id', 'in', [...new Set(organisationIds)])
    .orderBy('value', 'desc')
    .execute()
  return new Map(rows.map(({ organisation_id, value }) => [organisation_id, value]))
}
