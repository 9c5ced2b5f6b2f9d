import {
  listOrganisationsById,
  listOrganisationsOfDomain,
  type OrganisationName,
} from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { secondsToWait } from '#plumbing/rate-limit.ts'
import { membershipRequestLetter } from './letters.ts'
import { actingIn, type Ground, requestLimit } from './membership.ts'
import { tellDeciders } from './membership-mail-actions.ts'
import {
  findPresent,
  insertMembership,
  lockMembership,
  updateMembership,
  wasTurnedAway,
} from './membership-queries.ts'
import { domainOf } from './person.ts'
import { findPerson } from './person-queries.ts'
import { moveActingFor } from './session-queries.ts'
import { listSuccessors } from './successor-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'membership.requested': { organisationId: string }
    'membership.confirmed': { organisationId: string; ground: Ground }
    'membership.moved': { organisationId: string; toId: string }
  }
}

/** What became of a wish to speak for an organisation. */
export type Joined = 'confirmed' | 'requested' | 'too-many'

/**
 * Has a person speak for an organisation: at once when their address is of its domain, otherwise its leads are asked. Whoever
 * was turned away or let go by someone else is not let in again by their address alone.
 */
export function joinOrganisation(
  db: Db,
  clock: Clock,
  actor: Person,
  organisationId: string,
): Promise<Joined> {
  return db.transaction().execute(async trx => {
    const organisation = await findJoinable(trx, organisationId)
    const present = await findPresent(trx, actor.id, organisationId)
    if (present?.state === 'confirmed') return 'confirmed'
    const domain = domainOf((await findPerson(trx, actor.id)).email ?? '')
    const ofDomain = await listOrganisationsOfDomain(trx, domain)
    const isOfDomain = ofDomain.some(({ id }) => id === organisationId)
    if (isOfDomain && !(await wasTurnedAway(trx, actor.id, organisationId))) {
      await confirm(trx, clock, actor, organisation, 'domain')
      return 'confirmed'
    }
    return present ? 'requested' : request(trx, clock, actor, organisation, domain)
  })
}

/** An organisation that someone can speak for: a former one has nothing more to say. */
async function findJoinable(trx: Db, id: string) {
  const organisation = (await listOrganisationsById(trx, [id])).get(id)
  if (!organisation) throw failure('absent', '')
  if (organisation.status === 'former')
    throw failure('conflict', `${organisation.name} no longer exists. Choose what it became.`)
  return organisation
}

/** Lets a person in, whether or not they wait already. */
async function confirm(trx: Db, clock: Clock, actor: Person, organisation: OrganisationName, ground: Ground) {
  const present = await findPresent(trx, actor.id, organisation.id)
  if (present?.state === 'confirmed') return
  const id = present?.id ?? newId()
  const now = clock.now()
  const decision = { state: 'confirmed', ground, decided_at: now } as const
  if (present) await updateMembership(trx, id, decision)
  else {
    const row = { id, person_id: actor.id, organisation_id: organisation.id, role: 'member' } as const
    if (!(await insertMembership(trx, { ...row, ...decision, requested_at: now }))) return
  }
  await recordActivity(trx, clock, {
    kind: 'membership.confirmed',
    subject: { kind: 'membership', id },
    actor: { ...actor, actingFor: organisation },
    detail: { organisationId: organisation.id, ground },
  })
}

async function request(
  trx: Db,
  clock: Clock,
  actor: Person,
  organisation: OrganisationName,
  domain: string,
): Promise<Joined> {
  if ((await secondsToWait(trx, clock, 'membership requests of', actor.id, requestLimit)) > 0)
    return 'too-many'
  const id = newId()
  const isNew = await insertMembership(trx, {
    id,
    person_id: actor.id,
    organisation_id: organisation.id,
    role: 'member',
    state: 'requested',
    ground: 'word',
    requested_at: clock.now(),
  })
  if (!isNew) return 'requested'
  await recordActivity(trx, clock, {
    kind: 'membership.requested',
    subject: { kind: 'membership', id },
    actor: { ...actor, actingFor: null },
    detail: { organisationId: organisation.id },
  })
  await tellDeciders(trx, clock, organisation.id, {
    key: `membership requested ${id}`,
    about: 'membership-request',
    letterFor: whom => membershipRequestLetter({ organisation, domain, whom }),
  })
  return 'requested'
}

/**
 * Takes a membership along to what the organisation became. Where all of it became one other, that is as good as
 * before; otherwise, and where the person was turned away there, the new organisation is asked, and the old place
 * stays. Who leads there is for the new one to say. Done a second time it changes nothing.
 */
export function moveMembership(
  db: Db,
  clock: Clock,
  actor: Person,
  { membershipId, toId }: { membershipId: string; toId: string },
): Promise<Joined> {
  return db.transaction().execute(async trx => {
    const membership = await lockMembership(trx, membershipId)
    const from = { id: membership.organisation_id, name: membership.organisation }
    if (membership.person_id !== actor.id || membership.status !== 'former') throw failure('absent', '')
    const { organisations, isWhole } = await listSuccessors(trx, from.id, inLondon(clock.now()).date)
    const successor = organisations.find(({ id }) => id === toId)
    if (!successor) throw failure('absent', '')
    const present = await findPresent(trx, actor.id, toId)
    if (membership.state !== 'confirmed') {
      if (membership.state === 'ended' && present?.state === 'confirmed') return 'confirmed'
      throw failure('absent', '')
    }
    const isIn = present?.state === 'confirmed'
    if (!isWhole || (!isIn && (await wasTurnedAway(trx, actor.id, toId)))) {
      if (present) return isIn ? 'confirmed' : 'requested'
      return request(trx, clock, actor, successor, domainOf(membership.email ?? ''))
    }
    await updateMembership(trx, membershipId, {
      state: 'ended',
      lead_asked_at: null,
      ended_at: clock.now(),
      ended_by: actor.id,
    })
    await recordActivity(trx, clock, {
      kind: 'membership.moved',
      subject: { kind: 'membership', id: membershipId },
      actor: actingIn(actor, from),
      detail: { organisationId: from.id, toId },
    })
    await confirm(trx, clock, actor, successor, membership.ground)
    await moveActingFor(trx, actor.id, { fromId: from.id, toId })
    return 'confirmed'
  })
}
