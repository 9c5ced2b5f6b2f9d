import {
  endMailStop,
  findMailStop,
  type MailStop,
  queueMail,
  type Returned,
  stopMailTo,
} from '#features/mail/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { type Person, system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { secondsToWait } from '#plumbing/rate-limit.ts'
import { hashOf, isSecret, newSecret } from '#plumbing/secrets.ts'
import { confirmationLetter } from './letters.ts'
import {
  deleteConfirmationsOf,
  deleteReturnsOf,
  findAddressOf,
  findConfirmation,
  findPersonOf,
  insertConfirmation,
  insertReturn,
} from './queries.ts'
import { confirmationHours, confirmationPath, confirmationsAnHour, returnsToStop } from './stop.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'mail.bounced': Record<string, never>
    'mail.complained': Record<string, never>
    'mail.confirmed': Record<string, never>
  }
}

type Why = Pick<MailStop, 'stopped_for' | 'status' | 'answer'>

async function stopMail(trx: Db, clock: Clock, person: { id: string; email: string | null }, why: Why) {
  const isNew = await stopMailTo(trx, { ...why, address: person.email!, stopped_at: clock.now() })
  if (!isNew) return
  await recordActivity(trx, clock, {
    kind: why.stopped_for === 'bounced' ? 'mail.bounced' : 'mail.complained',
    subject: { kind: 'person', id: person.id },
    actor: system,
    detail: {},
  })
}

const daysBefore = (clock: Clock, days: number) =>
  inLondon(new Date(clock.now().getTime() - days * 86_400_000)).date

/** Stops mail to whom it does not reach, or who does not want it: at once where that is for good, else after several days of it. */
export async function noteReturned(trx: Db, clock: Clock, returned: Returned): Promise<void> {
  const { recipient, kind, isPermanent, status, answer } = returned
  const person = await findPersonOf(trx, recipient)
  if (!person) return
  const days = isPermanent
    ? returnsToStop.days
    : await insertReturn(trx, {
        personId: person.id,
        on: inLondon(clock.now()).date,
        since: daysBefore(clock, returnsToStop.within),
      })
  if (days >= returnsToStop.days) await stopMail(trx, clock, person, { stopped_for: kind, status, answer })
}

/** Why mail to someone has stopped; undefined when it has not. */
export async function findStopOf(db: Db, personId: string): Promise<MailStop | undefined> {
  const address = await findAddressOf(db, personId)
  return address === null ? undefined : findMailStop(db, address)
}

/** Sends someone a mail by which they show that mail reaches them. */
export const requestConfirmation = (db: Db, clock: Clock, actor: Person): Promise<void> =>
  db.transaction().execute(async trx => {
    const stop = await findStopOf(trx, actor.id)
    if (!stop) throw failure('conflict', 'Mail to you is not stopped.')
    if ((await secondsToWait(trx, clock, 'mail confirmations of', actor.id, confirmationsAnHour)) > 0)
      throw failure(
        'conflict',
        'We sent you three confirmations in this hour. Look in the folder for junk, or ask again in the next hour.',
      )
    const secret = newSecret()
    const link_hash = hashOf(secret)
    await insertConfirmation(trx, {
      link_hash,
      person_id: actor.id,
      address: stop.address,
      ends_at: new Date(clock.now().getTime() + confirmationHours * 3_600_000),
    })
    await queueMail(trx, clock, {
      key: `mail confirmation ${link_hash}`,
      to: stop.address,
      about: 'mail-confirmation',
      letter: confirmationLetter(confirmationPath(secret)),
      isAskedFor: true,
    })
  })

/** Throws where the link is not, or no longer, good. */
export async function requireConfirmation(db: Db, clock: Clock, secret: string) {
  const found = isSecret(secret) && (await findConfirmation(db, hashOf(secret), clock.now()))
  if (!found) throw failure('absent', '')
  return found
}

/** Sends mail to someone again, once they have shown that it reaches them. */
export const confirmMail = (db: Db, clock: Clock, secret: string): Promise<void> =>
  db.transaction().execute(async trx => {
    const { person_id, address } = await requireConfirmation(trx, clock, secret)
    await endMailStop(trx, address)
    await deleteReturnsOf(trx, person_id)
    await deleteConfirmationsOf(trx, person_id)
    await recordActivity(trx, clock, {
      kind: 'mail.confirmed',
      subject: { kind: 'person', id: person_id },
      actor: system,
      detail: {},
    })
  })
