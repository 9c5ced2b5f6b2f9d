import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, type Person, system } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { leadRequestLetter } from './letters.ts'
import { actingIn, decidesFor, type Role } from './membership.ts'
import { tellDeciders, tellMember, tellOfMissingLead } from './membership-mail-actions.ts'
import {
  deleteMembership,
  findPresent,
  lockMembership,
  type MembershipRow,
  updateMembership,
} from './membership-queries.ts'
import { listSpokespeople } from './people-queries.ts'
import { forgetActingFor } from './session-queries.ts'

/** Who brought a membership to its end. */
export type EndedBy = 'self' | 'lead-or-curator' | 'new-address' | 'last-day' | 'erasure'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'membership.decided': { organisationId: string; decision: 'confirm' | 'refuse' }
    'membership.withdrawn': { organisationId: string }
    'membership.ended': { organisationId: string; by: EndedBy }
    'membership.role-changed': { organisationId: string; role: Role }
    'membership.lead-requested': { organisationId: string }
    'membership.lead-refused': { organisationId: string }
  }
}

const organisationOf = ({ organisation_id, organisation, slug }: MembershipRow) => ({
  id: organisation_id,
  name: organisation,
  slug,
})

/** What every record of an act on a membership says. */
const recordOf = (actor: Actor, membership: MembershipRow) => ({
  subject: { kind: 'membership', id: membership.id },
  actor: actingIn(actor, organisationOf(membership)),
})

const decidedAlready = () =>
  failure('conflict', 'This has been decided in the meantime. Look at the page again to see how.')

/** Whether a person is the only one left who leads an organisation: then it is left without, and that must be said. */
export async function isLastLead(db: Db, { person_id, organisation_id, role, state }: MembershipRow) {
  if (role !== 'lead' || state !== 'confirmed') return false
  const speakers = await listSpokespeople(db, organisation_id)
  return !speakers.some(other => other.role === 'lead' && other.personId !== person_id)
}

/** Says yes or no to who asks to speak for an organisation, or to a member who asks to be a lead. */
export function decide(
  db: Db,
  clock: Clock,
  actor: Person,
  { membershipId, decision }: { membershipId: string; decision: 'confirm' | 'refuse' },
): Promise<MembershipRow> {
  return db.transaction().execute(async trx => {
    const membership = await lockMembership(trx, membershipId)
    const { organisation_id: organisationId } = membership
    if (!decidesFor(actor, organisationId)) throw failure('absent', '')
    const record = recordOf(actor, membership)
    if (membership.state === 'requested') {
      await updateMembership(trx, membershipId, {
        state: decision === 'confirm' ? 'confirmed' : 'refused',
        decided_at: clock.now(),
        decided_by: actor.id,
      })
      const detail = { organisationId, decision }
      await recordActivity(trx, clock, { kind: 'membership.decided', ...record, detail })
      await tellMember(trx, clock, actor, membership, decision === 'confirm' ? 'confirmed' : 'refused')
    } else if (membership.state === 'confirmed' && membership.lead_asked_at) {
      if (decision === 'confirm') await setRole(trx, clock, actor, membership, 'lead')
      else {
        await updateMembership(trx, membershipId, { lead_asked_at: null })
        await recordActivity(trx, clock, {
          kind: 'membership.lead-refused',
          ...record,
          detail: { organisationId },
        })
        await tellMember(trx, clock, actor, membership, 'not-lead')
      }
    } else throw decidedAlready()
    return membership
  })
}

async function setRole(trx: Db, clock: Clock, actor: Person, membership: MembershipRow, role: Role) {
  const { id, organisation_id: organisationId } = membership
  await updateMembership(trx, id, { role, lead_asked_at: null })
  await recordActivity(trx, clock, {
    kind: 'membership.role-changed',
    ...recordOf(actor, membership),
    detail: { organisationId, role },
  })
  await tellMember(trx, clock, actor, membership, role === 'lead' ? 'made-lead' : 'made-member')
}

/** What is said of the last lead: that the organisation is then without one. */
export type Change = 'done' | 'last-lead'

/** Makes a member a lead, or a lead a member. The last lead only when it is said that there is then none. */
export function changeRole(
  db: Db,
  clock: Clock,
  actor: Person,
  { membershipId, role, knows }: { membershipId: string; role: Role; knows: boolean },
): Promise<Change> {
  return db.transaction().execute(async trx => {
    const membership = await lockMembership(trx, membershipId)
    if (!decidesFor(actor, membership.organisation_id)) throw failure('absent', '')
    if (membership.state !== 'confirmed') throw decidedAlready()
    if (membership.role === role) return 'done'
    const isLast = await isLastLead(trx, membership)
    if (isLast && !knows) return 'last-lead'
    await setRole(trx, clock, actor, membership, role)
    if (isLast) await tellOfMissingLead(trx, clock, organisationOf(membership), membershipId)
    return 'done'
  })
}

const mayEnd = (actor: Actor, { person_id, organisation_id }: MembershipRow) =>
  (actor.kind === 'person' && actor.id === person_id) || decidesFor(actor, organisation_id)

/** Ends a membership: one's own, or as a lead or curator another's. A request of one's own is taken back. */
export function endMembership(
  db: Db,
  clock: Clock,
  actor: Person,
  { membershipId, knows }: { membershipId: string; knows: boolean },
): Promise<Change> {
  return db.transaction().execute(async trx => {
    const membership = await lockMembership(trx, membershipId)
    if (!mayEnd(actor, membership)) throw failure('absent', '')
    const isOwn = membership.person_id === actor.id
    if (membership.state === 'requested' && isOwn) {
      await deleteMembership(trx, membershipId)
      const detail = { organisationId: membership.organisation_id }
      await recordActivity(trx, clock, {
        kind: 'membership.withdrawn',
        ...recordOf(actor, membership),
        detail,
      })
      return 'done'
    }
    if (membership.state !== 'confirmed') throw decidedAlready()
    if (!knows && (await isLastLead(trx, membership))) return 'last-lead'
    await endConfirmed(trx, clock, actor, membership, isOwn ? 'self' : 'lead-or-curator')
    await tellMember(trx, clock, actor, membership, 'ended')
    return 'done'
  })
}

/** Ends a confirmed membership for whatever reason; curators hear when it was the last lead's. */
export async function endConfirmed(
  trx: Db,
  clock: Clock,
  actor: Actor,
  membership: MembershipRow,
  by: EndedBy,
) {
  const isLast = await isLastLead(trx, membership)
  await updateMembership(trx, membership.id, {
    state: 'ended',
    lead_asked_at: null,
    ended_at: clock.now(),
    ended_by: actor.kind === 'person' ? actor.id : null,
  })
  await forgetActingFor(trx, membership.person_id, membership.organisation_id)
  await recordActivity(trx, clock, {
    kind: 'membership.ended',
    ...recordOf(actor, membership),
    detail: { organisationId: membership.organisation_id, by },
  })
  if (isLast) await tellOfMissingLead(trx, clock, organisationOf(membership), membership.id)
}

/** Ends what a person is in an organisation on a day that was said before; false when they are not in it any more. */
export async function endOnLastDay(
  trx: Db,
  clock: Clock,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<boolean> {
  const present = await findPresent(trx, personId, organisationId)
  if (present?.state !== 'confirmed') return false
  await endConfirmed(trx, clock, system, await lockMembership(trx, present.id), 'last-day')
  return true
}

/** A member asks to be a lead: leads decide, or curators where there is none. */
export async function askToLead(db: Db, clock: Clock, actor: Person, membershipId: string): Promise<void> {
  await db.transaction().execute(async trx => {
    const membership = await lockMembership(trx, membershipId)
    if (membership.person_id !== actor.id || membership.state !== 'confirmed') throw failure('absent', '')
    if (membership.role === 'lead' || membership.lead_asked_at) return
    const now = clock.now()
    await updateMembership(trx, membershipId, { lead_asked_at: now })
    await recordActivity(trx, clock, {
      kind: 'membership.lead-requested',
      ...recordOf(actor, membership),
      detail: { organisationId: membership.organisation_id },
    })
    await tellDeciders(trx, clock, membership.organisation_id, {
      key: `lead requested ${membershipId} at ${now.toISOString()}`,
      about: 'lead-request',
      letterFor: whom => leadRequestLetter({ organisation: organisationOf(membership), whom }),
    })
  })
}
