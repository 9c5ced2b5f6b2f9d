import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { AddressChangeTable } from './tables.ts'

export const insertAddressChange = (trx: Db, change: Insertable<AddressChangeTable>) =>
  trx.insertInto('address_change').values(change).execute()

/** The latest change a person asked for: an earlier one is no longer good. */
export const findLatestChange = (db: Db, personId: string) =>
  db
    .selectFrom('address_change')
    .select(['id', 'old_email', 'new_email', 'code_hash', 'wrong_codes', 'ends_at', 'confirmed_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const lockChange = (trx: Db, id: string) =>
  trx.selectFrom('address_change').select('wrong_codes').where('id', '=', id).forUpdate().execute()

export const updateAddressChange = (trx: Db, id: string, change: Updateable<AddressChangeTable>) =>
  trx.updateTable('address_change').set(change).where('id', '=', id).execute()

export const listAddressChanges = (db: Db, personId: string) =>
  db
    .selectFrom('address_change')
    .select(['old_email', 'new_email', 'created_at', 'confirmed_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()

export const deleteAddressChangesOf = (trx: Db, personId: string) =>
  trx.deleteFrom('address_change').where('person_id', '=', personId).execute()

export const deleteAddressChangesBefore = (trx: Db, instant: Date) =>
  trx.deleteFrom('address_change').where('created_at', '<', instant).execute()
