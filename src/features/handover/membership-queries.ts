import type { Db } from '#plumbing/database/database.ts'

const places = (db: Db) =>
  db
    .selectFrom('membership')
    .select(['person_id as personId', 'organisation_id as organisationId'])
    .orderBy('membership.id')

type Place = { personId: string; organisationId: string }

/** Where these people speak for an organisation. */
export const listConfirmedOf = async (db: Db, personIds: string[]): Promise<Place[]> =>
  personIds.length === 0
    ? []
    : places(db).where('state', '=', 'confirmed').where('person_id', 'in', personIds).execute()

/** Of these memberships those that ended, unless the person is in that organisation again. */
export const listEndedMemberships = async (db: Db, ids: string[]): Promise<Place[]> =>
  ids.length === 0
    ? []
    : places(db)
        .where('membership.id', 'in', ids)
        .where('state', '=', 'ended')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('membership as again')
                .select('again.id')
                .whereRef('again.person_id', '=', 'membership.person_id')
                .whereRef('again.organisation_id', '=', 'membership.organisation_id')
                .where('again.state', '=', 'confirmed'),
            ),
          ),
        )
        .execute()
