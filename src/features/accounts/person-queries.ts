import type { Updateable } from 'kysely'
import type { Duty } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import type { PersonTable } from './tables.ts'

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
    .select(['suspended_for', 'created_at', 'last_seen_at'])
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

/** Returns whether they had it. */
export async function deleteDuty(trx: Db, personId: string, duty: Duty): Promise<boolean> {
  const deleted = await trx
    .deleteFrom('person_duty')
    .where('person_id', '=', personId)
    .where('duty', '=', duty)
    .returning('person_id')
    .execute()
  return deleted.length > 0
}

/** How many accounts that can act have a duty; locked, so that two do not each think that the other stays. */
export async function countLockedWithDuty(trx: Db, duty: Duty): Promise<number> {
  const rows = await trx
    .selectFrom('person_duty')
    .innerJoin('person', 'person.id', 'person_duty.person_id')
    .select(['person.id', 'person.suspended_at'])
    .where('duty', '=', duty)
    .orderBy('person.id')
    .forUpdate('person_duty')
    .execute()
  return rows.filter(({ suspended_at }) => suspended_at === null).length
}

export const findPersonByEmail = (db: Db, email: string) =>
  db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()

export const updatePerson = (trx: Db, id: string, change: Updateable<PersonTable>) =>
  trx.updateTable('person').set(change).where('id', '=', id).execute()

export const listDuties = (db: Db, personId: string) =>
  db
    .selectFrom('person_duty')
    .select(['duty', 'granted_at'])
    .where('person_id', '=', personId)
    .orderBy('duty')
    .execute()

export const deleteDutiesOf = (trx: Db, personId: string) =>
  trx.deleteFrom('person_duty').where('person_id', '=', personId).execute()

/** Address, suspension and duties of a person, locked until the transaction ends; throws when there is no such account. */
export async function lockPerson(trx: Db, id: string) {
  const person = await trx
    .selectFrom('person')
    .select(['id', 'email', 'suspended_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!person?.email) throw failure('absent', '')
  const duties = await listDuties(trx, id)
  return { ...person, email: person.email, duties: duties.map(({ duty }) => duty) }
}
