import { recordActivity } from '#plumbing/activity.ts'
import type { Actor, Duty } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { findOrInsertPerson, insertDuty } from './person-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'person.given-duty': { duty: Duty }
  }
}

/** Gives someone a duty for the platform; who has no account yet gets one, and signs in to it as everyone does. */
export const giveDuty = (db: Db, clock: Clock, actor: Actor, email: string, duty: Duty): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id } = await findOrInsertPerson(trx, email, clock.now())
    await insertDuty(trx, id, duty, clock.now())
    await recordActivity(trx, clock, {
      kind: 'person.given-duty',
      subject: { kind: 'person', id },
      actor,
      detail: { duty },
    })
  })
