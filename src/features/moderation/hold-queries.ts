import type { Speaker } from '#plumbing/actor.ts'
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

/** Why a thing is not shown; undefined when nothing is in the way. */
export const hiddenOf = async (db: Db, { kind, id }: Subject): Promise<Hidden | undefined> =>
  (await listHidden(db, kind, [id])).get(id)

/** Whether a post of this organisation has been released before. */
export const isTrusted = async (db: Db, organisationId: string): Promise<boolean> =>
  (await db
    .selectFrom('moderation_trusted')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()) !== undefined

/** Whether what someone publishes now for their organisation waits for a curator, to say so beforehand. */
export const willBeHeld = async (db: Db, { actingFor }: Speaker): Promise<boolean> =>
  !(await isTrusted(db, actingFor.id))

export const insertTrust = (trx: Db, clock: Clock, organisationId: string) =>
  trx
    .insertInto('moderation_trusted')
    .values({ organisation_id: organisationId, since: clock.now() })
    .onConflict(conflict => conflict.doNothing())
    .execute()

const rowOf = ({ kind, id }: Subject, hidden: Hidden) => ({ subject_kind: kind, subject_id: id, ...hidden })

/** Hides a thing, or lets what was withheld wait for a curator again; false when it waits already. */
export async function markHeld(trx: Db, subject: Subject, now: Date): Promise<boolean> {
  const held = { state: 'held', reason: null, since: now } as const
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('moderation_hold')
    .values(rowOf(subject, held))
    .onConflict(conflict =>
      conflict
        .columns(['subject_kind', 'subject_id'])
        .doUpdateSet(held)
        .where('moderation_hold.state', '=', 'withheld'),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes a thing down; false when it is down already. */
export async function markWithheld(trx: Db, subject: Subject, reason: string, now: Date): Promise<boolean> {
  const withheld = { state: 'withheld', reason, since: now } as const
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('moderation_hold')
    .values(rowOf(subject, withheld))
    .onConflict(conflict =>
      conflict
        .columns(['subject_kind', 'subject_id'])
        .doUpdateSet(withheld)
        .where('moderation_hold.state', '=', 'held'),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Shows a thing again; false when it is not in this state. */
export async function deleteHold(trx: Db, { kind, id }: Subject, state: Hidden['state']): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('moderation_hold')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
