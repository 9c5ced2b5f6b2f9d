import { listOrganisationsById, type Moving, type OrganisationMove } from '#features/organisations/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { countOf } from '#ui/money.ts'
import { membershipRequestLetter } from './letters.ts'
import { tellDeciders } from './membership-mail-actions.ts'
import {
  findPresent,
  insertMembership,
  listMembersOf,
  type MembershipRow,
  updateMembership,
} from './membership-queries.ts'
import { domainOf } from './person.ts'

/** Asks the other organisation for a person; nothing where they are in, or wait, there already. */
async function askFor(trx: Db, { clock }: Moving, { person_id, email }: MembershipRow, toId: string) {
  const id = newId()
  const isNew = await insertMembership(trx, {
    id,
    person_id,
    organisation_id: toId,
    role: 'member',
    state: 'requested',
    ground: 'word',
    requested_at: clock.now(),
  })
  if (!isNew) return []
  const organisation = (await listOrganisationsById(trx, [toId])).get(toId)!
  await tellDeciders(trx, clock, toId, {
    key: `membership requested ${id}`,
    about: 'membership-request',
    letterFor: whom => membershipRequestLetter({ organisation, domain: domainOf(email ?? ''), whom }),
  })
  return [id]
}

/** Ends what was confirmed and asks the other; who only asked asks the other instead. What is needed to give it back. */
async function moveOne(trx: Db, moving: Moving, member: MembershipRow, toId: string): Promise<string[]> {
  const { id, person_id, state } = member
  if (state === 'confirmed') {
    await updateMembership(trx, id, { state: 'ended', ended_at: moving.clock.now() })
    return ['ended', id, ...(await askFor(trx, moving, member, toId))]
  }
  if (await findPresent(trx, person_id, toId)) return []
  await updateMembership(trx, id, { organisation_id: toId })
  return ['asked', id]
}

/** Gives back what someone had, unless they were erased, have come back by another way, or were answered since. */
async function moveOneBack(trx: Db, said: string, fromId: string, toId: string) {
  const [was, id, request] = said.split(' ')
  const theirs = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person_id', 'state', 'organisation_id'])
    .where('membership.id', '=', id!)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (request)
    await trx.deleteFrom('membership').where('id', '=', request).where('state', '=', 'requested').execute()
  if (!theirs || (await findPresent(trx, theirs.person_id, fromId))) return
  const { state, organisation_id } = theirs
  if (was === 'ended' && state === 'ended' && organisation_id === fromId)
    await updateMembership(trx, id!, { state: 'confirmed', ended_at: null })
  if (was === 'asked' && state === 'requested' && organisation_id === toId)
    await updateMembership(trx, id!, { organisation_id: fromId })
}

/**
 * Those who speak for an organisation that becomes part of another, or ask to. Who speaks for the other is for its own
 * leads to say: otherwise a page that someone made up would hand them the right to speak for a real one. Browsers keep
 * whom they spoke for, which gives them nothing while the membership has ended.
 */
export const movedMemberships: OrganisationMove = {
  part: 'memberships',
  label: { one: 'person who speaks for it', many: 'people who speak for it' },
  says: (count, into) =>
    `${countOf(count, 'person', 'people')} can no longer speak for it, nor for ${into} before a lead of ${into} or a curator confirms them: each is asked for as a member.`,
  count: async (db, organisationId) => (await listMembersOf(db, organisationId)).length,
  move: async (trx, moving, fromId, toId) => {
    const moved: string[][] = []
    for (const member of await listMembersOf(trx, fromId))
      moved.push(await moveOne(trx, moving, member, toId))
    const told = moved.filter(([was]) => was !== undefined)
    await recordActivities(
      trx,
      moving.clock,
      told.map(([, id]) => ({
        kind: 'membership.moved',
        subject: { kind: 'membership', id: id! },
        actor: moving.actor,
        detail: { organisationId: fromId, toId },
      })),
    )
    return told.map(said => said.join(' '))
  },
  moveBack: async (trx, _moving, moved, fromId, toId) => {
    for (const said of moved) await moveOneBack(trx, said, fromId, toId)
  },
}
