import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Saying } from './stance.ts'

export type Said = { activityId: string; organisation: string; says: Saying }

/**
 * What these activities say of stances that everyone may see: of a public problem, not held or taken down. Not what the
 * problem's own organisation says, nor, where `isStanding`, what was changed or taken back since.
 */
export async function listSaid(
  db: Db,
  activityIds: string[],
  { isStanding }: { isStanding: boolean },
): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select activity.id as "activityId", organisation.name as organisation, version.says
    from activity join stance on stance.id = (detail ->> 'stanceId')::uuid
    join stance_version as version on version.stance_id = stance.id and version.number = stance.number
    join problem on problem.id = stance.problem_id
    join organisation on organisation.id = stance.organisation_id
    where activity.id = any(${activityIds}::uuid[]) and problem.visibility = 'public'
      and stance.organisation_id <> problem.organisation_id
      and (not ${isStanding} or (withdrawn_at is null and version.says = detail ->> 'says'))
      and not exists (select from moderation_hold as hold
        where subject_kind = 'stance' and hold.subject_id = stance.id)`.execute(db)
  return rows
}

/** The stances that were released by curators: of each which problem it is on, and what it says now. */
export const listReleased = (db: Db, stanceIds: string[]) =>
  db
    .selectFrom('stance')
    .innerJoin('stance_version', join =>
      join.onRef('stance_id', '=', 'stance.id').onRef('stance_version.number', '=', 'stance.number'),
    )
    .select(['stance.id', 'problem_id', 'organisation_id', 'says'])
    .where('stance.id', 'in', stanceIds)
    .where('withdrawn_at', 'is', null)
    .execute()
