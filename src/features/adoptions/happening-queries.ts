import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** The adopters that these activities on assets tell of, where everyone may still see what they say. */
export async function listOfActivities(
  db: Db,
  activityIds: string[],
): Promise<{ activityId: string; name: string }[]> {
  const { rows } = await sql<{ activityId: string; name: string }>`
    select activity.id as "activityId", organisation.name
    from activity join adoption on adoption.id = (detail ->> 'adoptionId')::uuid
    join organisation on organisation.id = adoption.organisation_id
    where activity.id = any(${activityIds}::uuid[]) and adoption.ended_at is null
      and not exists (select from moderation_hold
        where subject_kind = 'adoption' and moderation_hold.subject_id = adoption.id)`.execute(db)
  return rows
}
