import { type RawBuilder, sql } from 'kysely'
import { isMatchedProject } from '#features/projects/index.ts'
import { isShownWork, type TakenUp } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'

/** A council of fewer people than this, of the lower of two tiers, is called small here. */
const smallBelow = 100_000

export type JointProject = {
  title: string
  slug: string
  /** As exactly as it was published: a day, a month or a year. */
  dated: string | null
  led_by: string | null
  partners: string[]
  /** Which of those who do it are small councils. */
  small: string[]
}

/** Who takes part in projects, besides those that were only asked; `project` is in scope. */
const taking = sql`
  left join organisation as lead_body on lead_body.id = project.organisation_id
  join lateral (
    select coalesce(array_agg(organisation.short_name order by position), '{}') as partners,
      coalesce(array_agg(organisation.short_name order by position) filter (
        where organisation.tier = 'lower' and organisation.population < ${smallBelow}), '{}') as small
    from project_partner join organisation on organisation.id = project_partner.organisation_id
    where project_id = project.id and standing is distinct from 'asked') as taking on true`

const isJoint = sql`cardinality(taking.partners) >= 2`
const isFar = sql`exists (
  select from project_partner join organisation on organisation.id = project_partner.organisation_id
  where project_id = project.id and standing is distinct from 'asked' and organisation.region <> lead_body.region)`
const isJointDiscovery = sql`(project.phase = 'discovery' and cardinality(taking.partners) >= 1)`
const hasSmall = sql`(cardinality(taking.small) > 0
  or (cardinality(taking.partners) > 0 and lead_body.tier = 'lower' and lead_body.population < ${smallBelow}))`

const listProjectsThat = async (db: Db, fit: RawBuilder<unknown>, limit: number) => {
  const { rows } = await sql<JointProject>`
    select project.title, project.slug, work.dated, partners,
      coalesce(lead_body.name, project.organisation_as_published) as led_by,
      small || case when lead_body.tier = 'lower' and lead_body.population < ${smallBelow}
        then array[lead_body.short_name] else '{}' end as small
    from project join work on work.id = project.id ${taking} where ${isMatchedProject} and ${fit}
    order by project.dated_on desc, project.id desc limit ${limit}`.execute(db)
  return rows
}

/** Projects in which two partners or more take part beside whoever leads, the newest first. */
export const listJointProjects = (db: Db, limit: number) => listProjectsThat(db, isJoint, limit)

/** Projects with a partner from another region than who leads. */
export const listFarProjects = (db: Db, limit: number) => listProjectsThat(db, isFar, limit)

/** Projects that were last known as a discovery, by whoever leads and a partner. */
export const listJointDiscoveries = (db: Db, limit: number) => listProjectsThat(db, isJointDiscovery, limit)

/** Projects of several organisations, one of them a small council. */
export const listProjectsOfSmall = (db: Db, limit: number) => listProjectsThat(db, hasSmall, limit)

export async function countJointProjects(db: Db): Promise<{ joint: number; all: number }> {
  const { rows } = await sql<{ joint: number; all: number }>`
    select (count(*) filter (where ${isJoint}))::int as joint, count(*)::int as all
    from project ${taking} where ${isMatchedProject}`.execute(db)
  return rows[0]!
}

export type Offering = { name: string; slug: string; problems: number; offers: string[] }

/** Organisations whose live stances on open problems that everyone reads offer one of these; with most problems first. */
export async function listOffering(
  db: Db,
  today: string,
  offers: string[],
  limit: number,
): Promise<Offering[]> {
  const { rows } = await sql<Offering>`
    select organisation.name, organisation.slug, count(distinct problem.id)::int as problems,
      array_agg(distinct offer) as offers
    from stance
    join stance_version as version on version.stance_id = stance.id and version.number = stance.number
    join unnest(version.offers) as offer on offer = any(${offers}::text[])
    join problem on problem.id = stance.problem_id
    join organisation on organisation.id = stance.organisation_id
    where stance.withdrawn_at is null and stance.ends_on > ${today}::date
      and problem.state = 'published' and problem.visibility = 'public' and problem.merged_into is null
      and stance.id not in (select subject_id from moderation_hold where subject_kind = 'stance')
      and problem.id not in (select subject_id from moderation_hold where subject_kind = 'problem')
    group by organisation.id order by problems desc, organisation.name limit ${limit}`.execute(db)
  return rows
}

export type OpenCall = { title: string; slug: string; ends_on: string; joining: number }

/** Common needs that look for partners, the first to close first. */
export async function listOpenCalls(db: Db, today: string, limit: number): Promise<OpenCall[]> {
  const { rows } = await sql<OpenCall>`
    select opportunity.title, opportunity.slug, call.ends_on::text as ends_on,
      (select count(*) from partner_call_answer where call_id = call.id and withdrawn_at is null)::int as joining
    from partner_call as call join opportunity on opportunity.id = call.opportunity_id
    where opportunity.state = 'published' and call.ended_at is null and call.ends_on >= ${today}::date
      and opportunity.id not in (select subject_id from moderation_hold where subject_kind = 'opportunity')
    order by call.ends_on, opportunity.title limit ${limit}`.execute(db)
  return rows
}

export type StoppedProject = {
  title: string
  slug: string
  led_by: string | null
  reason: string
  dated: string | null
}

/** Projects that stopped and say why, the newest first. */
export async function listStoppedProjects(db: Db, limit: number): Promise<StoppedProject[]> {
  const { rows } = await sql<StoppedProject>`
    select project.title, project.slug, project.stop_reason as reason, work.dated,
      coalesce(organisation.name, project.organisation_as_published) as led_by
    from project join work on work.id = project.id left join organisation on organisation.id = project.organisation_id
    where project.state = 'stopped' and project.stop_reason is not null and ${isMatchedProject}
    order by project.dated_on desc, project.id desc limit ${limit}`.execute(db)
  return rows
}

export type OpenProject = {
  title: string
  slug: string
  led_by: string | null
  updates: number
  last: string
}

/** Projects with two dated updates or more, those with most first. */
export async function listOpenProjects(db: Db, limit: number): Promise<OpenProject[]> {
  const { rows } = await sql<OpenProject>`
    select project.title, project.slug, updates, last::text as last,
      coalesce(organisation.name, project.organisation_as_published) as led_by
    from project left join organisation on organisation.id = project.organisation_id
    join (select project_id, count(*)::int as updates, max(said_on) as last from project_update
      where withdrawn_on is null and said_on is not null group by project_id) as told on told.project_id = project.id
    where updates >= 2 and ${isMatchedProject}
    order by updates desc, last desc, project.id limit ${limit}`.execute(db)
  return rows
}

/** Work that another organisation took up than the one whose it was or that took its place, the newest first. */
export async function listTakenUpByOthers(db: Db, limit: number): Promise<TakenUp[]> {
  const { rows } = await sql<TakenUp>`
    select later.title as later, later.path as later_path, later_by.name as later_by,
      earlier.title as earlier, earlier.path as earlier_path, earlier_by.name as earlier_by
    from work_relation join work as later on later.id = from_id join work as earlier on earlier.id = to_id
    join organisation as later_by on later_by.id = later.organisation_id
    join organisation as earlier_by on earlier_by.id = earlier.organisation_id
    where relation = 'follows' and ${isShownWork('later')} and ${isShownWork('earlier')} and later_by.id <> earlier_by.id
      and not exists (select from organisation_succession as succession
        where succession.from_id = earlier_by.id and succession.to_id = later_by.id)
    order by later.dated desc nulls last, later.id limit ${limit}`.execute(db)
  return rows
}

export type StatedProblem = { title: string; path: string; stated_by: string | null; says: string | null }

/** Problems that everyone reads, the newest first; as long as there are too few, bids to the fund after them. */
export async function listStatedProblems(db: Db, limit: number): Promise<StatedProblem[]> {
  const { rows } = await sql<StatedProblem>`
    (select problem.title, '/problems/' || problem.slug as path, organisation.name as stated_by,
      problem.happens as says, 1 as rank, problem.published_at as at, problem.id
    from problem join organisation on organisation.id = problem.organisation_id
    where problem.state = 'published' and problem.visibility = 'public' and problem.merged_into is null
      and problem.id not in (select subject_id from moderation_hold where subject_kind = 'problem')
    order by problem.published_at desc, problem.id limit ${limit})
    union all
    (select bid.title, work.path, coalesce(organisation.name, bid.organisation_as_published), bid.problem_summary, 2, null, bid.id
    from fund_application as bid join work on work.id = bid.id
    left join organisation on organisation.id = bid.organisation_id
    where bid.problem_summary is not null and bid.kind = 'application'
    order by bid.round_rank desc, bid.id limit ${limit})
    order by rank, at desc nulls last, id limit ${limit}`.execute(db)
  return rows
}

export type LostBid = { title: string; path: string; led_by: string | null; says: string | null }

/** Bids that were not funded at their stage, of the latest known rounds first. */
export async function listLostBids(db: Db, limit: number): Promise<LostBid[]> {
  const { rows } = await sql<LostBid>`
    select bid.title, work.path, bid.problem_summary as says,
      coalesce(organisation.name, bid.organisation_as_published) as led_by
    from fund_application as bid join work on work.id = bid.id
    left join organisation on organisation.id = bid.organisation_id
    where bid.outcome = 'Not funded at this stage'
    order by bid.round_rank desc, bid.id desc limit ${limit}`.execute(db)
  return rows
}

export type EarlyTold = { title: string; slug: string; led_by: string | null; dated: string | null }

/** Projects that have a page of the first Pipeline among their sources, the newest first. */
export async function listEarlyTold(db: Db, limit: number): Promise<EarlyTold[]> {
  const { rows } = await sql<EarlyTold>`
    select project.title, project.slug, work.dated,
      coalesce(organisation.name, project.organisation_as_published) as led_by
    from project join work on work.id = project.id left join organisation on organisation.id = project.organisation_id
    where ${isMatchedProject} and exists (select from project_source
      where project_id = project.id and format in ('pipeline-page', 'pipeline-projects'))
    order by project.dated_on desc, project.id desc limit ${limit}`.execute(db)
  return rows
}
