import { z } from 'zod'
import { keptEmail } from '#features/accounts/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'

/** Organisations that would have no lead if this person went. */
export const listOrganisationsLedAlone = (db: Db, personId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.name', 'organisation.slug'])
    .where('membership.person_id', '=', personId)
    .where('membership.role', '=', 'lead')
    .where('membership.state', '=', 'confirmed')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('membership as other')
            .innerJoin('person', 'person.id', 'other.person_id')
            .select('other.id')
            .whereRef('other.organisation_id', '=', 'membership.organisation_id')
            .where('other.role', '=', 'lead')
            .where('other.state', '=', 'confirmed')
            .where('other.person_id', '!=', personId)
            .where('person.suspended_at', 'is', null),
        ),
      ),
    )
    .orderBy('organisation.name')
    .execute()

/** An account by its address or its number; throws when there is none. */
export async function findAccount(db: Db, named: string): Promise<{ id: string }> {
  const isNumber = z.uuid().safeParse(named).success
  const account = await db
    .selectFrom('person')
    .select('id')
    .where(isNumber ? 'id' : 'email', '=', isNumber ? named : keptEmail(named))
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!account) throw failure('absent', 'There is no such account.')
  return account
}

/** Has whoever else would change this account wait until the transaction ends; false when it was erased before. */
export async function lockPerson(trx: Db, id: string): Promise<boolean> {
  const person = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return person !== undefined
}
