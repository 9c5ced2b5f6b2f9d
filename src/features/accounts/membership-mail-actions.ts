import { type Letter, queueMail } from '#features/mail/index.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Deciders, type MembershipNews, membershipLetter, withoutLeadLetter } from './letters.ts'
import { listCurators, type MembershipRow } from './membership-queries.ts'
import { listSpokespeople } from './people-queries.ts'

/** Who decides in an organisation: its leads, or the curators where it has none. */
export async function findDeciders(db: Db, organisationId: string) {
  const leads = (await listSpokespeople(db, organisationId)).filter(({ role }) => role === 'lead')
  return leads.length > 0
    ? { whom: 'leads' as const, addressees: leads }
    : { whom: 'curators' as const, addressees: await listCurators(db) }
}

type Told = { key: string; about: string; letterFor: (whom: Deciders) => Letter }

/** Writes to those who decide in an organisation. `key` names what happened once. */
export async function tellDeciders(
  trx: Db,
  clock: Clock,
  organisationId: string,
  { key, about, letterFor }: Told,
) {
  const { whom, addressees } = await findDeciders(trx, organisationId)
  for (const { personId, email } of addressees)
    await queueMail(trx, clock, { key: `${key} to ${personId}`, to: email, about, letter: letterFor(whom) })
}

/** Tells the curators that an organisation has nobody left who decides, when that is so. */
export async function tellOfMissingLead(
  trx: Db,
  clock: Clock,
  organisation: { id: string; name: string; slug: string },
  key: string,
) {
  const { whom, addressees } = await findDeciders(trx, organisation.id)
  if (whom === 'leads') return
  for (const { personId, email } of addressees)
    await queueMail(trx, clock, {
      key: `without lead ${key} to ${personId}`,
      to: email,
      about: 'without-lead',
      letter: withoutLeadLetter({ organisation }),
    })
}

/** Tells a person what somebody else decided about their place in an organisation. */
export async function tellMember(
  trx: Db,
  clock: Clock,
  actor: Person,
  { id, person_id, email, organisation_id, organisation, slug }: MembershipRow,
  what: MembershipNews,
) {
  if (person_id === actor.id || email === null) return
  const { whom } = await findDeciders(trx, organisation_id)
  await queueMail(trx, clock, {
    key: `membership ${what} ${id} at ${clock.now().toISOString()}`,
    to: email,
    about: 'membership',
    letter: membershipLetter({ organisation: { name: organisation, slug }, what, whom }),
  })
}
