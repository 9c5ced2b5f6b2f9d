import type { Db } from '#plumbing/database/database.ts'

const open = (db: Db) =>
  db
    .selectFrom('handover')
    .select(['id', 'person_id as personId', 'organisation_id as organisationId', 'last_day as lastDay'])
    .where('ended_at', 'is', null)
    .where('left_at', 'is', null)
    .where('person_id', 'is not', null)
    .orderBy('id')
    .$narrowType<{ personId: string }>()

/** Who of these organisations passes on what they look after, and until which day where one was said ('YYYY-MM-DD'). */
export const listLeaving = async (db: Db, organisationIds: string[]) =>
  organisationIds.length === 0 ? [] : open(db).where('organisation_id', 'in', organisationIds).execute()

/** Of these handovers those that are under way, while whoever leaves is still there. */
export const listUnderWay = async (db: Db, ids: string[]) =>
  ids.length === 0 ? [] : open(db).where('id', 'in', ids).execute()
