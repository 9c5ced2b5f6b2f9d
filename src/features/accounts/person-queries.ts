import type { Duty } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'

/** The account of an address, made when there is none yet. */
export async function findOrInsertPerson(trx: Db, email: string, now: Date) {
  await trx
    .insertInto('person')
    .values({ id: newId(), email, created_at: now })
    .onConflict(conflict => conflict.column('email').doNothing())
    .execute()
  return trx
    .selectFrom('person')
    .select(['id', 'email', 'name', 'suspended_at'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
}

/** A person's own account; throws when there is none. */
export async function findPerson(db: Db, id: string) {
  const person = await db
    .selectFrom('person')
    .select(['id', 'email', 'name', 'job_title', 'offers', 'is_shown', 'suspended_at'])
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw failure('absent', '')
  return person
}

export const insertDuty = (trx: Db, personId: string, duty: Duty, now: Date) =>
  trx
    .insertInto('person_duty')
    .values({ person_id: personId, duty, granted_at: now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
