import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Presence } from './missing.ts'

const isUnhidden = (kind: string) =>
  sql`${sql.ref(`${kind}.id`)} not in (select subject_id from moderation_hold where subject_kind = ${sql.lit(kind)})`

const isOpenToAll = sql`problem.visibility = 'public' and problem.state in ('published', 'solved') and ${isUnhidden('problem')}`

/** What of each council of today everyone finds here; one that was made from others has what they had. */
// A look for each council ends at the first that is found: a tenth of what it costs to join all of them.
export async function listPresences(db: Db, today: string): Promise<Presence[]> {
  const { rows } = await sql<Presence>`
    select council_id as id,
      bool_or(exists (
        select from membership where organisation_id = speaker.id and membership.state = 'confirmed')) as "hasAccount",
      bool_or(exists (
        select from problem where organisation_id = speaker.id and ${isOpenToAll})
      or exists (
        select from stance join problem on problem.id = stance.problem_id
        where stance.organisation_id = speaker.id and withdrawn_at is null and stance.ends_on > ${today}::date
          and ${isUnhidden('stance')} and ${isOpenToAll})) as "hasProblem",
      bool_or(exists (
        select from project where organisation_id = speaker.id and is_listed and ${isUnhidden('project')})
      or exists (
        select from project_partner join project on project.id = project_id
        where project_partner.organisation_id = speaker.id and standing is distinct from 'asked'
          and is_listed and ${isUnhidden('project')})
      or exists (select from fund_application where organisation_id = speaker.id)
      or exists (select from fund_application_partner where organisation_id = speaker.id)) as "hasWork",
      bool_or(exists (
        select from contract where organisation_id = speaker.id and is_confirmed and ${isUnhidden('contract')})
      or exists (
        select from contract_import
        where organisation_id = speaker.id and state = 'taken-in' and format in ('register', 'council'))
      or exists (select from system where organisation_id = speaker.id and state <> 'unconfirmed')) as "hasOwnList"
    from (
      select id as council_id, id from organisation where kind = 'council' and status = 'current'
      union all
      select to_id, from_id from organisation_succession where part = 'whole' and happens_on <= ${today}::date
        and certainty <> 'provisional') as speaker
    group by council_id`.execute(db)
  return rows
}
