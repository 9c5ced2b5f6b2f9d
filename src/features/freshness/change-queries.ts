import type { Db } from '#plumbing/database/database.ts'

/** What these activities were done to, for which organisation and when. */
export const listChanges = (db: Db, activityIds: string[]) =>
  db
    .selectFrom('activity')
    .select(['subject_kind as kind', 'subject_id as subjectId', 'organisation_id as organisationId'])
    .select('occurred_at as at')
    .where('id', 'in', activityIds)
    .orderBy('occurred_at')
    .execute()
