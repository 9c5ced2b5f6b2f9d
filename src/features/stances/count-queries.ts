import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { listWholeSteps } from './queries.ts'
import { presentOf } from './successors.ts'

/**
 * How many organisations of today have each problem, by its id, where any has: of what is live the one stance that
 * `standingOf` would choose for each of them.
 */
export async function listCountsHaving(db: Db, today: string): Promise<Map<string, number>> {
  const steps = await listWholeSteps(db, today)
  const ended = [...new Set(steps.map(({ from }) => from))]
  const presents = ended.map(id => presentOf(id, steps, today))
  const { rows } = await sql<{ problem_id: string; count: number }>`
    select problem_id, count(*) as count from (
      select distinct on (problem_id, present) problem_id, says
      from (
        select stance.id, stance.number, organisation_id, confirmed_at,
          coalesce(became.present, organisation_id) as present, coalesce(merged.into_id, problem_id) as problem_id
        from stance left join unnest(${ended}::uuid[], ${presents}::uuid[]) as became (id, present)
          on became.id = organisation_id
          left join (select id, merged_into as into_id from problem where merged_into is not null) as merged
          on merged.id = problem_id
        where withdrawn_at is null and ends_on > ${today}::date and stance.id not in (
          select subject_id from moderation_hold where subject_kind = 'stance')) as live
      join stance_version as version on version.stance_id = live.id and version.number = live.number
      order by problem_id, present, organisation_id = present desc, confirmed_at desc, organisation_id) as standing
    where says = 'have-it' group by problem_id`.execute(db)
  return new Map(rows.map(({ problem_id, count }) => [problem_id, count]))
}
