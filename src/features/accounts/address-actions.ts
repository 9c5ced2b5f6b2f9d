import { randomInt } from 'node:crypto'
import { queueMail } from '#features/mail/index.ts'
import { listOrganisationsOfDomain } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf, isSameSecret } from '#plumbing/secrets.ts'
import { isOpenChange, restsOnAddress } from './address.ts'
import { findLatestChange, insertAddressChange, lockChange, updateAddressChange } from './address-queries.ts'
import { newAddressLetter, oldAddressLetter } from './letters.ts'
import { endConfirmed } from './membership-actions.ts'
import { listMembershipsOf } from './membership-queries.ts'
import { domainOf } from './person.ts'
import { findPerson, findPersonByEmail, updatePerson } from './person-queries.ts'
import { deleteOtherSessions } from './session-queries.ts'
import { codeDigits, signInMinutes, takesCodes } from './sign-in.ts'
import { deleteSignInsOf } from './sign-in-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'person.address-requested': Record<string, never>
    'person.address-changed': Record<string, never>
  }
}

const codeHashOf = (id: string, code: string) => hashOf(`${id} ${code}`)

/** Sends a code to the address a person wants from now on. What they asked for before is no longer good. */
export async function requestAddressChange(
  db: Db,
  clock: Clock,
  actor: Person,
  email: string,
): Promise<void> {
  const now = clock.now()
  const id = newId()
  const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')
  await db.transaction().execute(async trx => {
    const { email: old_email } = await findPerson(trx, actor.id)
    await insertAddressChange(trx, {
      id,
      person_id: actor.id,
      old_email: old_email!,
      new_email: email,
      code_hash: codeHashOf(id, code),
      created_at: now,
      ends_at: new Date(now.getTime() + signInMinutes * 60_000),
    })
    await recordActivity(trx, clock, {
      kind: 'person.address-requested',
      subject: { kind: 'person', id: actor.id },
      actor,
      detail: {},
    })
    await queueMail(trx, clock, {
      key: `new address ${id}`,
      to: email,
      about: 'new-address',
      letter: newAddressLetter({ code }),
      isAskedFor: true,
    })
  })
}

export type AddressChanged = 'changed' | 'wrong-code' | 'taken'

/**
 * Makes the new address the person's own, by the code that was sent to it. Memberships that rested on the old one end,
 * other browsers are signed out, and the old address is told.
 */
export function confirmAddress(
  db: Db,
  clock: Clock,
  actor: Person,
  { code, browserKey }: { code: string; browserKey: string },
): Promise<AddressChanged> {
  return db.transaction().execute(async trx => {
    const found = await findLatestChange(trx, actor.id)
    if (!found) return 'wrong-code'
    await lockChange(trx, found.id)
    const change = (await findLatestChange(trx, actor.id))!
    if (!isOpenChange(change, clock.now()) || !takesCodes(change)) return 'wrong-code'
    if (!isSameSecret(change.code_hash, codeHashOf(change.id, code))) {
      await updateAddressChange(trx, change.id, { wrong_codes: change.wrong_codes + 1 })
      return 'wrong-code'
    }
    if (await findPersonByEmail(trx, change.new_email)) return 'taken'
    const old = (await findPerson(trx, actor.id)).email!
    await updateAddressChange(trx, change.id, { confirmed_at: clock.now(), old_email: old })
    await updatePerson(trx, actor.id, { email: change.new_email })
    await deleteSignInsOf(trx, old)
    await deleteOtherSessions(trx, actor.id, hashOf(browserKey))
    await recordActivity(trx, clock, {
      kind: 'person.address-changed',
      subject: { kind: 'person', id: actor.id },
      actor,
      detail: {},
    })
    await endWhatRestedOnAddress(trx, clock, actor, change.new_email)
    await queueMail(trx, clock, {
      key: `address left ${change.id}`,
      to: old,
      about: 'old-address',
      letter: oldAddressLetter(),
    })
    return 'changed'
  })
}

async function endWhatRestedOnAddress(trx: Db, clock: Clock, actor: Person, email: string) {
  const still = await listOrganisationsOfDomain(trx, domainOf(email))
  for (const membership of await listMembershipsOf(trx, actor.id)) {
    const isStillOf = still.some(({ id }) => id === membership.organisation_id)
    if (membership.state === 'confirmed' && restsOnAddress(membership) && !isStillOf)
      await endConfirmed(trx, clock, actor, membership, 'new-address')
  }
}
