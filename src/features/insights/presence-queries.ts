import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Presence } from './missing.ts'

const unhidden = (kind: string, id: string) =>
  sql`${sql.ref(id)} not in (select subject_id from moderation_hold where subject_kind = ${sql.lit(kind)})`

/** What of each council of today everyone finds here; one that was made from others has what they had. */
export async function listPresences(db: Db, today: string): Promise<Presence[]> {
  const { rows } = await sql<Presence>`
    with speaker as (
      select id as council_id, id as organisation_id from organisation where kind = 'council' and status = 'current'
      union all
      select to_id, from_id from organisation_succession where part = 'whole' and happens_on <= ${today}::date
        and certainty <> 'provisional'),
    has_account as (
      select distinct organisation_id from membership where state = 'confirmed'),
    has_problem as (
      select organisation_id from problem
      where state in ('published', 'solved') and visibility = 'public' and ${unhidden('problem', 'problem.id')}
      union
      select stance.organisation_id from stance join problem on problem.id = stance.problem_id
      where withdrawn_at is null and stance.ends_on > ${today}::date and problem.visibility = 'public'
        and problem.state in ('published', 'solved')
        and ${unhidden('stance', 'stance.id')} and ${unhidden('problem', 'problem.id')}),
    has_work as (
      select organisation_id from project where is_listed and ${unhidden('project', 'project.id')}
      union
      select project_partner.organisation_id from project_partner join project on project.id = project_id
      where standing is distinct from 'asked' and is_listed and ${unhidden('project', 'project.id')}
      union
      select organisation_id from fund_application
      union
      select organisation_id from fund_application_partner)
    select council_id as id,
      bool_or(organisation_id in (select organisation_id from has_account)) as "hasAccount",
      bool_or(organisation_id in (select organisation_id from has_problem)) as "hasProblem",
      bool_or(coalesce(organisation_id in (select organisation_id from has_work where organisation_id is not null), false)) as "hasWork"
    from speaker group by council_id`.execute(db)
  return rows
}
