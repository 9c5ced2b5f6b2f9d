import { type Selectable, sql } from 'kysely'
import type { NamedBody } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { FundApplicationTable } from './tables.ts'

export type Application = Selectable<FundApplicationTable> & {
  organisation: NamedBody | null
  organisation_type: string | null
  region: string | null
  partners: (NamedBody & { organisation_id: string | null })[]
}

const wholeApplication = sql`
  select fund_application.*, coalesce(organisation.council_type, organisation.kind) as organisation_type, organisation.region,
    case when organisation_as_published is not null then jsonb_build_object(
      'name', coalesce(organisation.name, organisation_as_published), 'slug', organisation.slug,
      'name_as_published', organisation_as_published) end as organisation,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'name', coalesce(partner.name, name_as_published), 'slug', partner.slug,
        'name_as_published', name_as_published, 'organisation_id', organisation_id) order by position)
      from fund_application_partner left join organisation as partner on partner.id = organisation_id
      where fund_application_id = fund_application.id), '[]') as partners
  from fund_application left join organisation on organisation.id = fund_application.organisation_id`

/** A bid with its partners, in one statement; an absent one is a Failure. */
export async function findApplication(db: Db, slug: string): Promise<Application> {
  const { rows } = await sql<Application>`${wholeApplication} where fund_application.slug = ${slug}`.execute(
    db,
  )
  const [application] = rows
  if (!application) throw failure('absent', 'There is no such bid.')
  return application
}

/** Whole bids by id; ids that are none are absent. */
export async function listWholeApplications(db: Db, ids: string[]): Promise<Application[]> {
  const { rows } =
    await sql<Application>`${wholeApplication} where fund_application.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

export async function listApplicationIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('fund_application').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export type ApplicationLine = Pick<
  Application,
  'id' | 'title' | 'slug' | 'outcome' | 'round' | 'source_as_of'
> & {
  organisation: string | null
}

/** Bids that an organisation leads or takes part in, latest round first. */
export async function listApplicationsOfOrganisation(
  db: Db,
  organisationId: string,
): Promise<(ApplicationLine & { leads: boolean })[]> {
  const { rows } = await sql<ApplicationLine & { leads: boolean }>`
    select fund_application.id, title, fund_application.slug, outcome, round, fund_application.source_as_of, leads,
      coalesce(organisation.name, organisation_as_published) as organisation
    from (
      select id, bool_or(leads) as leads from (
        select id, true as leads from fund_application where organisation_id = ${organisationId}
        union all
        select fund_application_id, false from fund_application_partner
        where organisation_id = ${organisationId}) as part
      group by id) as taken
    join fund_application on fund_application.id = taken.id
    left join organisation on organisation.id = fund_application.organisation_id
    order by round_rank desc, fund_application.id desc`.execute(db)
  return rows
}

export async function listApplicationsOfService(db: Db, serviceId: number): Promise<ApplicationLine[]> {
  const { rows } = await sql<ApplicationLine>`
    select fund_application.id, title, fund_application.slug, outcome, round, fund_application.source_as_of,
      coalesce(organisation.name, organisation_as_published) as organisation
    from work_service
    join fund_application on fund_application.id = work_service.work_id
    left join organisation on organisation.id = fund_application.organisation_id
    where work_service.service_id = ${serviceId}
    order by round_rank desc, fund_application.id desc`.execute(db)
  return rows
}

/** Refused bids that nothing known has to do with, before or after: latest round first. */
export async function listUntakenRefusals(db: Db, limit: number): Promise<ApplicationLine[]> {
  const { rows } = await sql<ApplicationLine>`
    select fund_application.id, title, fund_application.slug, outcome, round, fund_application.source_as_of,
      coalesce(organisation.name, organisation_as_published) as organisation
    from fund_application left join organisation on organisation.id = fund_application.organisation_id
    where outcome ilike 'not funded%'
      and not exists (
        select from work_relation where fund_application.id in (from_id, to_id))
    order by round_rank desc, fund_application.id
    limit ${limit}`.execute(db)
  return rows
}
