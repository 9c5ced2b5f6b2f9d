import { queueMail } from '#features/mail/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { suspensionLetter } from './letters.ts'
import { lockPerson, updatePerson } from './person-queries.ts'
import { deleteSessionsOf } from './session-queries.ts'
import { maySuspend, type SuspensionReason } from './suspension.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'person.suspended': { reason: SuspensionReason }
    'person.readmitted': Record<string, never>
  }
}

/** Signs a person out everywhere and lets them in no more; `reason` null lets them in again. The person is told. */
export async function setSuspension(
  db: Db,
  clock: Clock,
  actor: Person,
  { personId, reason }: { personId: string; reason: SuspensionReason | null },
): Promise<void> {
  await db.transaction().execute(async trx => {
    const person = await lockPerson(trx, personId)
    if (!maySuspend(actor, person)) throw failure('absent', '')
    if ((person.suspended_at !== null) === (reason !== null)) return
    const now = clock.now()
    await updatePerson(trx, personId, {
      suspended_at: reason ? now : null,
      suspended_for: reason,
    })
    if (reason) await deleteSessionsOf(trx, personId)
    const record = { subject: { kind: 'person', id: personId }, actor: { ...actor, actingFor: null } }
    await (reason
      ? recordActivity(trx, clock, { kind: 'person.suspended', ...record, detail: { reason } })
      : recordActivity(trx, clock, { kind: 'person.readmitted', ...record, detail: {} }))
    await queueMail(trx, clock, {
      key: `${reason ? 'suspension' : 'readmission'} of ${personId} at ${now.toISOString()}`,
      to: person.email,
      about: 'suspension',
      letter: suspensionLetter({ reason }),
    })
  })
}
