import { recordActivity } from '#plumbing/activity.ts'
import type { Actor, Duty } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import {
  countLockedWithDuty,
  deleteDuty,
  findOrInsertPerson,
  findPersonByEmail,
  insertDuty,
} from './person-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'person.given-duty': { duty: Duty }
    'person.taken-duty': { duty: Duty }
  }
}

/**
 * Gives someone a duty for the platform; who has no account yet gets one, and signs in to it as everyone does. Returns
 * whether they had one.
 */
export const giveDuty = (db: Db, clock: Clock, actor: Actor, email: string, duty: Duty): Promise<boolean> =>
  db.transaction().execute(async trx => {
    const known = await findPersonByEmail(trx, email)
    const { id } = await findOrInsertPerson(trx, email, clock.now())
    await insertDuty(trx, id, duty, clock.now())
    await recordActivity(trx, clock, {
      kind: 'person.given-duty',
      subject: { kind: 'person', id },
      actor,
      detail: { duty },
    })
    return known !== undefined
  })

export const dutyNames: Record<Duty, string> = { operator: 'an operator', curator: 'a curator' }

/** Takes a duty for the platform away; the account stays. How many have it still: the last operator keeps it. */
export const takeDuty = (db: Db, clock: Clock, actor: Actor, email: string, duty: Duty): Promise<number> =>
  db.transaction().execute(async trx => {
    await countLockedWithDuty(trx, duty)
    const person = await findPersonByEmail(trx, email)
    if (!person || !(await deleteDuty(trx, person.id, duty)))
      throw failure('invalid', `${email} is not ${dutyNames[duty]}, so nothing was changed.`)
    const left = await countLockedWithDuty(trx, duty)
    if (duty === 'operator' && left === 0)
      throw failure(
        'conflict',
        `${email} is the last operator who can act. Make somebody else one first: npx pipeline operator EMAIL`,
      )
    await recordActivity(trx, clock, {
      kind: 'person.taken-duty',
      subject: { kind: 'person', id: person.id },
      actor,
      detail: { duty },
    })
    return left
  })
