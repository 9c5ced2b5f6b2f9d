import { deleteMailTo, listMailTo } from '#features/mail/index.ts'
import { system } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { deleteAddressChangesOf, listAddressChanges } from './address-queries.ts'
import { endConfirmed } from './membership-actions.ts'
import { deleteMembership, listAllMembershipsOf } from './membership-queries.ts'
import { deleteDutiesOf, findPerson, listDuties, updatePerson } from './person-queries.ts'
import { deleteSessionsOf, listAllSessions } from './session-queries.ts'
import { deleteSignInsOf, listSignInsOf } from './sign-in-queries.ts'

/** Addresses that are a person's, or were while mail to them is kept. */
async function listOwnAddresses(db: Db, personId: string): Promise<string[]> {
  const { email } = await findPerson(db, personId)
  const changes = await listAddressChanges(db, personId)
  const left = changes.flatMap(({ old_email, confirmed_at }) => (confirmed_at ? [old_email] : []))
  return [...new Set([email!, ...left])]
}

const rowsOf = async <Row extends object>(values: string[], list: (value: string) => Promise<Row[]>) =>
  (await Promise.all(values.map(list))).flat()

/** The mail feature knows addresses only; whose they are is known here. */
const mail: Slots['personalData'] = {
  title: 'Mail to you that is still kept',
  order: 910,
  export: async (db, personId) =>
    rowsOf(await listOwnAddresses(db, personId), address => listMailTo(db, address)),
  erase: async (trx, _clock, personId) => {
    const wanted = (await listAddressChanges(trx, personId)).map(({ new_email }) => new_email)
    for (const address of [...(await listOwnAddresses(trx, personId)), ...wanted])
      await deleteMailTo(trx, address)
  },
}

const signIns: Slots['personalData'] = {
  title: 'Sign-ins that were asked for, and changes of address',
  order: 920,
  export: async (db, personId) => [
    ...(await rowsOf(await listOwnAddresses(db, personId), address => listSignInsOf(db, address))),
    ...(await listAddressChanges(db, personId)),
  ],
  erase: async (trx, _clock, personId) => {
    for (const address of await listOwnAddresses(trx, personId)) await deleteSignInsOf(trx, address)
    await deleteAddressChangesOf(trx, personId)
  },
}

const sessions: Slots['personalData'] = {
  title: 'Where you are signed in',
  order: 930,
  export: listAllSessions,
  erase: async (trx, _clock, personId) => {
    await deleteSessionsOf(trx, personId)
  },
}

/** That somebody spoke for an organisation, and when, stays; who it was goes with the account. */
const memberships: Slots['personalData'] = {
  title: 'Organisations you speak for, or spoke for',
  order: 900,
  export: async (db, personId) =>
    (await listAllMembershipsOf(db, personId)).map(row => ({
      organisation: row.organisation,
      role: row.role,
      state: row.state,
      ground: row.ground,
      asked: row.requested_at,
      decided: row.decided_at,
      ended: row.ended_at,
    })),
  erase: async (trx, clock, personId) => {
    // Without duties first: who goes gets no mail about their own going.
    await deleteDutiesOf(trx, personId)
    for (const membership of await listAllMembershipsOf(trx, personId)) {
      if (membership.state === 'requested') await deleteMembership(trx, membership.id)
      if (membership.state === 'confirmed') await endConfirmed(trx, clock, system, membership, 'erasure')
    }
  },
}

const account: Slots['personalData'] = {
  title: 'Your account',
  order: 940,
  export: async (db, personId) => [
    { ...(await findPerson(db, personId)), duties: await listDuties(db, personId) },
  ],
  erase: async (trx, clock, personId) => {
    await updatePerson(trx, personId, {
      email: null,
      name: null,
      job_title: null,
      offers: null,
      is_shown: false,
      suspended_at: null,
      suspended_for: null,
      last_seen_at: null,
      erased_at: clock.now(),
    })
  },
}

export const personalData = [memberships, mail, signIns, sessions, account]
