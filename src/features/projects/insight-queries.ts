import { sql } from 'kysely'
import { isAboutArea } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong, isChosen } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'
import { isListed } from './listed-queries.ts'
import type { Phase, State } from './project.ts'

type Scope = Parameters<Slots['insightCharts']['load']>[2]

/** Projects of one state, of one thing; `id` leads to its page. */
export type StateCount = { id: string | null; label: string | null; state: State; count: number }

/** Whom a project is of: who leads it, or takes part. */
const isOf = (organisationIds: string[] | null) =>
  organisationIds === null
    ? sql`true`
    : sql`(${isAmong(sql`project.organisation_id`, organisationIds)} or project.id in (
        select project_id from project_partner
        where standing is distinct from 'asked' and ${isAmong(sql`project_partner.organisation_id`, organisationIds)}))`

const isInScope = ({ organisationIds, areaId, phase }: Scope) => sql`
  ${isListed} and ${isOf(organisationIds)} and ${isAboutArea(sql`project.id`, areaId)} and ${isChosen(sql`project.phase`, phase)}`

export async function listCountsByPhase(db: Db, scope: Scope): Promise<StateCount[]> {
  const { rows } = await sql<StateCount>`
    select project.phase as id, project.phase as label, project.state, count(*) as count
    from project where ${isInScope(scope)} group by project.phase, project.state`.execute(db)
  return rows
}

/** By service area; within one, by service. A project about several counts for each. */
export async function listCountsByService(db: Db, scope: Scope): Promise<StateCount[]> {
  const [id, label] =
    scope.areaId === null ? [sql`area.id`, sql`area.label`] : [sql`service.id`, sql`service.name`]
  const { rows } = await sql<StateCount>`
    select ${id}::text as id, ${label} as label, project.state, count(distinct project.id) as count
    from project join work_service on work_id = project.id join service on service.id = service_id
    join service_area as area on area.id = service.area_id
    where ${isInScope({ ...scope, areaId: null })} and ${isChosen(sql`service.area_id`, scope.areaId)}
    group by ${id}, ${label}, project.state`.execute(db)
  return rows
}

const elsewhere = ', with a partner from here'

/** By the nation or region of who leads it; within a place, by organisation. */
export async function listCountsByPlace(db: Db, scope: Scope): Promise<StateCount[]> {
  const [id, label] =
    scope.organisationIds === null
      ? [sql`null`, sql`organisation.region`]
      : [
          sql`organisation.slug`,
          sql`organisation.name || case when ${isAmong(sql`project.organisation_id`, scope.organisationIds)} then '' else ${elsewhere} end`,
        ]
  const { rows } = await sql<StateCount>`
    select ${id} as id, ${label} as label, project.state, count(*) as count
    from project left join organisation on organisation.id = project.organisation_id
    where ${isInScope(scope)} group by 1, 2, 3`.execute(db)
  return rows
}

export type UnderWay = {
  title: string
  slug: string
  organisation: string | null
  phase: Phase | null
  state: State
  partners_welcome_until: string | null
}

/** Planned and under way, the newest first. */
export async function listUnderWay(db: Db, scope: Scope, limit: number): Promise<UnderWay[]> {
  const { rows } = await sql<UnderWay>`
    select title, project.slug, phase, state, partners_welcome_until,
      coalesce(organisation.name, project.organisation_as_published) as organisation
    from project left join organisation on organisation.id = project.organisation_id
    where state in ('planned', 'live') and ${isInScope(scope)}
    order by dated_on desc, project.id desc limit ${limit}`.execute(db)
  return rows
}
