import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'

/** What a person is greeted by; throws when there is no such account. */
export async function findOwner(db: Db, personId: string) {
  const owner = await db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!owner) throw failure('absent', '')
  return owner
}

/** Organisations that a person asked to speak for and that have not answered, the first asked first. */
export const listWaitingOrganisations = (db: Db, personId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.name', 'organisation.slug', 'membership.requested_at'])
    .where('membership.person_id', '=', personId)
    .where('membership.state', '=', 'requested')
    .orderBy('membership.requested_at')
    .orderBy('organisation.id')
    .execute()
