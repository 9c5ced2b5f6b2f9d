import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { SignInTable } from './tables.ts'

const pending = [
  'id',
  'email',
  'code_hash',
  'browser_hash',
  'next_path',
  'wrong_codes',
  'ends_at',
  'used_at',
] as const

export const insertSignIn = (db: Db, signIn: Insertable<SignInTable>) =>
  db.insertInto('sign_in').values(signIn).execute()

export const findSignInOfLink = (db: Db, linkHash: string) =>
  db.selectFrom('sign_in').select(pending).where('link_hash', '=', linkHash).executeTakeFirst()

/** The latest sign-in that this browser asked for. */
export const findSignInOfBrowser = (db: Db, browserHash: string) =>
  db
    .selectFrom('sign_in')
    .select(pending)
    .where('browser_hash', '=', browserHash)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Sign-ins asked for with this address that can still be used, the latest first; locked until the transaction ends. */
export const lockSignInsOfEmail = (trx: Db, email: string, now: Date) =>
  trx
    .selectFrom('sign_in')
    .select(pending)
    .where('email', '=', email)
    .where('used_at', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('created_at', 'desc')
    .forUpdate()
    .execute()

/** Marks a sign-in as used; false when someone else was quicker. */
export async function markUsed(trx: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const markWrongCode = (trx: Db, ids: string[]) =>
  trx
    .updateTable('sign_in')
    .set(({ eb }) => ({ wrong_codes: eb('wrong_codes', '+', 1) }))
    .where('id', 'in', ids)
    .execute()

export const deleteEndedSignIns = (db: Db, before: Date) =>
  db.deleteFrom('sign_in').where('ends_at', '<', before).execute()

export const listSignInsOf = (db: Db, email: string) =>
  db
    .selectFrom('sign_in')
    .select(['email', 'next_path', 'created_at', 'ends_at', 'used_at'])
    .where('email', '=', email)
    .orderBy('created_at')
    .execute()

export const deleteSignInsOf = (db: Db, email: string) =>
  db.deleteFrom('sign_in').where('email', '=', email).execute()
