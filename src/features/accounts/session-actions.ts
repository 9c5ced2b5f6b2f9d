import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { hashOf } from '#plumbing/secrets.ts'
import { deleteSession, markActingFor } from './session-queries.ts'

/** Signs a person out of one of the places where they are signed in. */
export async function endSession(db: Db, clock: Clock, actor: Person, id: string): Promise<void> {
  await db.transaction().execute(async trx => {
    const { numDeletedRows } = await deleteSession(trx, actor.id, id)
    if (numDeletedRows === 0n) throw failure('absent', '')
    await recordActivity(trx, clock, {
      kind: 'person.signed-out',
      subject: { kind: 'person', id: actor.id },
      actor,
      detail: { everywhere: false },
    })
  })
}

/** Has this browser speak for another of the person's organisations; false when they are not of it. */
export async function speakFor(
  db: Db,
  actor: Person,
  { organisationId, browserKey }: { organisationId: string; browserKey: string },
): Promise<boolean> {
  if (!actor.memberships.some(membership => membership.organisationId === organisationId)) return false
  await markActingFor(db, hashOf(browserKey), organisationId)
  return true
}
