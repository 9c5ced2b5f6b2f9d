import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { SuccessionRoleTable } from './tables.ts'

/** Someone on Pipeline by id, somebody who is not by their job title, or nobody. */
export type KeptBy = { id: string | null; jobTitle: string | null }

export const insertRole = (trx: Db, role: Insertable<SuccessionRoleTable>) =>
  trx.insertInto('succession_role').values(role).execute()

export const updateRole = (trx: Db, id: string, change: Updateable<SuccessionRoleTable>) =>
  trx.updateTable('succession_role').set(change).where('id', '=', id).execute()

export const deleteRole = (trx: Db, id: string) =>
  trx.deleteFrom('succession_role').where('id', '=', id).execute()

export const markAsked = (trx: Db, ids: string[], at: Date) =>
  trx.updateTable('succession_role').set({ asked_at: at }).where('id', 'in', ids).execute()
