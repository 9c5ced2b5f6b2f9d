import { sql } from 'kysely'
import type { Visibility } from '#features/accounts/index.ts'
import { listResting } from '#features/freshness/index.ts'
import type { Hidden } from '#features/moderation/index.ts'
import { type NamedBody, type WorkAround, workAround } from '#features/related-work/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Funding } from './funding.ts'
import { hiddenAs, isListed, isListedWith, listIdsShownTo } from './listed-queries.ts'
import type { ProjectFacts, State } from './project.ts'
import type { PartnerStanding, WrittenParts, WrittenUpdate } from './written-project.ts'

/** Null in an update: not said, or of no meaning for an imported one, whose text is plain. */
export type ProjectUpdate = { said_on: string | null; text: string } & {
  [Part in Exclude<keyof WrittenUpdate, 'said_on' | 'text'>]: WrittenUpdate[Part] | null
}

export type ProjectPartner = NamedBody & {
  organisation_id: string | null
  /** Null where a source names the partner. */
  standing: PartnerStanding | null
}

export type Project = ProjectFacts &
  WrittenParts & {
    id: string
    slug: string
    state: State
    dated_on: string
    is_written: boolean
    /** It is for everyone and not withdrawn; moderation is another matter. */
    is_listed: boolean
    organisation_id: string | null
    organisation: NamedBody | null
    organisation_type: string | null
    region: string | null
    partners: ProjectPartner[]
    funding: Funding[]
    updates: ProjectUpdate[]
    sources: { name: string; url: string | null; as_of: string }[]
  }

/** Why a project is not shown to everyone, as moderation says; null when it is. */
export type FoundProject = Project & WorkAround & { hidden: Hidden | null }

const columns = sql`
  project.*,
    coalesce(organisation.council_type, organisation.kind) as organisation_type, organisation.region,
    case when project.organisation_as_published is not null then jsonb_build_object(
      'name', coalesce(organisation.name, project.organisation_as_published), 'slug', organisation.slug,
      'name_as_published', project.organisation_as_published) end as organisation,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'name', coalesce(organisation.name, name_as_published), 'slug', organisation.slug,
        'name_as_published', name_as_published, 'organisation_id', organisation_id, 'standing', standing) order by position)
      from project_partner left join organisation on organisation.id = project_partner.organisation_id
      where project_id = project.id), '[]') as partners,
    coalesce((
      select jsonb_agg(to_jsonb(project_funding) - 'id' - 'project_id' order by decided_on)
      from project_funding where project_id = project.id), '[]') as funding,
    coalesce((
      select jsonb_agg(to_jsonb(project_update) - 'project_id' - 'position' order by said_on desc nulls last, position)
      from project_update where project_id = project.id), '[]') as updates,
    (select jsonb_agg(jsonb_build_object('name', name, 'url', url, 'as_of', as_of) order by format, key)
      from project_source where project_id = project.id) as sources`

const tables = sql`project left join organisation on organisation.id = project.organisation_id`

/** A project with all its parts and what stands around it, in one statement; an absent one is a Failure. */
export async function findProject(db: Db, slug: string): Promise<FoundProject> {
  const { rows } = await sql<FoundProject>`
    select ${columns}, ${workAround(sql`project.id`)}, ${hiddenAs} from ${tables}
    where project.slug = ${slug}`.execute(db)
  const [project] = rows
  if (!project) throw failure('absent', 'There is no such project.')
  const { hidden } = project
  return { ...project, hidden: hidden && { ...hidden, since: new Date(hidden.since) } }
}

/** Whole projects by id, of those that everyone may see. */
export async function listWholeProjects(db: Db, ids: string[]): Promise<Project[]> {
  const { rows } = await sql<Project>`
    select ${columns} from ${tables}
    where project.id = any(${ids}::uuid[]) and ${isListed}`.execute(db)
  return rows
}

/** Of those what search and matching hold. */
export async function listMatched(db: Db, ids: string[]): Promise<Project[]> {
  const resting = await listResting(db, 'project', ids)
  return listWholeProjects(
    db,
    ids.filter(id => !resting.has(id)),
  )
}

/** Whole projects by id, whoever may see them. */
export async function listProjectsWhoeverSees(db: Db, ids: string[]): Promise<Project[]> {
  const { rows } = await sql<Project>`
    select ${columns} from ${tables} where project.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

export async function listProjectIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('project').select('id').where(isListed).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export const listForSitemap = (db: Db) =>
  db.selectFrom('project').select(['slug', 'dated_on']).where(isListed).orderBy('id').execute()

export type ProjectLine = {
  title: string
  slug: string
  phase: Project['phase']
  /** As exactly as it was published: a day, a month or a year. */
  dated: string | null
  organisation: string | null
  visibility: Visibility
}

/** What an organisation leads or takes part in and this actor may see, newest first. */
export async function listProjectsOfOrganisation(
  db: Db,
  organisationId: string,
  actor: Actor,
): Promise<(ProjectLine & { leads: boolean })[]> {
  const besides = await listIdsShownTo(db, actor)
  const { rows } = await sql<ProjectLine & { leads: boolean }>`
    select project.title, project.slug, project.phase, project.visibility, work.dated, leads,
      coalesce(organisation.name, project.organisation_as_published) as organisation
    from (
      select id, bool_or(leads) as leads from (
        select id, true as leads from project where organisation_id = ${organisationId}
        union all
        select project_id, false from project_partner
        where organisation_id = ${organisationId} and standing is distinct from 'asked') as part
      group by id) as taken
    join project on project.id = taken.id
    join work on work.id = project.id
    left join organisation on organisation.id = project.organisation_id
    where ${isListedWith(besides)}
    order by project.dated_on desc, project.id desc`.execute(db)
  return rows
}

/** What is about a service and this actor may see, newest first. */
export async function listProjectsOfService(db: Db, serviceId: number, actor: Actor): Promise<ProjectLine[]> {
  const besides = await listIdsShownTo(db, actor)
  const { rows } = await sql<ProjectLine>`
    select project.title, project.slug, project.phase, project.visibility, work.dated,
      coalesce(organisation.name, project.organisation_as_published) as organisation
    from work_service
    join project on project.id = work_service.work_id
    join work on work.id = project.id
    left join organisation on organisation.id = project.organisation_id
    where work_service.service_id = ${serviceId} and ${isListedWith(besides)}
    order by project.dated_on desc, project.id desc`.execute(db)
  return rows
}
