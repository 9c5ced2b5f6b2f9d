import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Hidden, Subject } from './moderation.ts'

/** Id → why it is not shown, of those of one kind that are held or withheld. */
export async function listHidden(db: Db, kind: string, ids: string[]): Promise<Map<string, Hidden>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('moderation_hold')
    .select(['subject_id', 'state', 'reason', 'since'])
    .where('subject_kind', '=', kind)
    .where('subject_id', 'in', ids)
    .execute()
  return new Map(rows.map(({ subject_id, ...hidden }) => [subject_id, hidden]))
}

export const isHidden = async (db: Db, { kind, id }: Subject): Promise<boolean> =>
  (await listHidden(db, kind, [id])).has(id)

/** Whether a post of this organisation has been released before. */
export const isTrusted = async (db: Db, organisationId: string): Promise<boolean> =>
  (await db
    .selectFrom('moderation_trusted')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()) !== undefined

export const insertTrust = (trx: Db, clock: Clock, organisationId: string) =>
  trx
    .insertInto('moderation_trusted')
    .values({ organisation_id: organisationId, since: clock.now() })
    .onConflict(conflict => conflict.doNothing())
    .execute()

export const upsertHold = (trx: Db, { kind, id }: Subject, hidden: Hidden) =>
  trx
    .insertInto('moderation_hold')
    .values({ subject_kind: kind, subject_id: id, ...hidden })
    .onConflict(conflict => conflict.columns(['subject_kind', 'subject_id']).doUpdateSet(hidden))
    .execute()

/** Shows a thing again; false when it was not in this state. */
export async function deleteHold(trx: Db, { kind, id }: Subject, state: Hidden['state']): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('moderation_hold')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
