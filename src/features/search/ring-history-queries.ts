import type { Db } from '#plumbing/database/database.ts'

/** What was done to a ring, the latest first; without a person where it came with the shipped file. */
export const listRingActs = (db: Db, id: string) =>
  db
    .selectFrom('activity')
    .select(['kind', 'actor_id as personId', 'occurred_at as at'])
    .where('subject_kind', '=', 'synonym-ring')
    .where('subject_id', '=', id)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
