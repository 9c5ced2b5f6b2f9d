import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isListed, isMatched } from './listed-queries.ts'

export type PlannedWork = {
  organisation_id: string
  title: string
  state: 'planned' | 'live'
  starts_on: string | null
  partners_welcome_until: string | null
}

const takesPart = sql`
  select id as project_id, organisation_id from project where organisation_id is not null
  union
  select project_id, organisation_id from project_partner
  where organisation_id is not null and standing is distinct from 'asked'`

/** Planned and live projects on these services (null: on those of the asker's own projects), by who takes part. */
export async function listPlannedOnServices(
  db: Db,
  { serviceIds, askerId }: { serviceIds: number[] | null; askerId: string | null },
): Promise<PlannedWork[]> {
  const { rows } = await sql<PlannedWork>`
    with part as (${takesPart}),
    asked as (
      select unnest(${serviceIds}::integer[]) as service_id
      union
      select service_id from part join work_service on work_id = project_id
      where ${serviceIds === null}::boolean and organisation_id = ${askerId}::uuid
    )
    select distinct on (part.organisation_id) part.organisation_id, title, state, starts_on, partners_welcome_until
    from part join project on project.id = project_id
    where state in ('planned', 'live') and ${isMatched}
      and part.organisation_id is distinct from ${askerId}::uuid
      and exists (select from work_service where work_id = project.id and service_id in (select service_id from asked))
    order by part.organisation_id, state = 'planned' desc, starts_on desc nulls last, project.id`.execute(db)
  return rows
}

export type WorkedTogether = { organisation_id: string; title: string; count: number }

/** Who took part in a project with this organisation. */
export async function listWorkedTogether(db: Db, askerId: string): Promise<WorkedTogether[]> {
  const { rows } = await sql<WorkedTogether>`
    with part as (${takesPart})
    select other.organisation_id, count(distinct project.id)::integer as count,
      (array_agg(title order by dated_on desc, project.id))[1] as title
    from part as own
    join part as other on other.project_id = own.project_id and other.organisation_id <> own.organisation_id
    join project on project.id = own.project_id
    where own.organisation_id = ${askerId} and ${isListed}
    group by other.organisation_id`.execute(db)
  return rows
}
