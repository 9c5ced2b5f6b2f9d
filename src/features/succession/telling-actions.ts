import { listSpokespeople } from '#features/accounts/index.ts'
import {
  type Collaboration,
  joinedIds,
  listCollaborations,
  tellOrganisations,
} from '#features/collaborations/index.ts'
import { type Letter, queueMails } from '#features/mail/index.ts'
import type { Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Said } from './actions.ts'
import { askingLetter, leavingLetter, namedLetter, vacantLetter } from './letters.ts'
import { listRolesById, listRolesOf, listToAsk } from './queries.ts'
import { markAsked } from './stored-roles.ts'
import { isVacant, type Keeper, type SuccessionRole, staleSince } from './succession.ts'

type Naming = { id: string; said: Said; before: SuccessionRole | null }

const idOf = (keeper: Keeper | undefined) => (keeper?.kind === 'person' ? keeper.id : null)

/** Tells whoever a colleague has named now, and who was not named before. */
export async function tellNamed(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  { id, said, before }: Naming,
): Promise<void> {
  const { id: organisationId, name: organisation } = actor.actingFor
  const people = await listSpokespeople(trx, organisationId)
  const mails = (['holder', 'deputy'] as const).flatMap(as => {
    const person = people.find(({ personId }) => personId === said[as].id)
    if (!person || person.personId === actor.id || person.personId === idOf(before?.[as])) return []
    return [
      {
        key: `succession role ${id} ${as} ${person.personId} at ${clock.now().toISOString()}`,
        to: person.email,
        about: 'succession',
        letter: namedLetter(collaboration, { id, title: said.title, as, organisation }),
      },
    ]
  })
  await queueMails(trx, clock, mails)
}

type Telling = {
  key: string
  letterFor(collaboration: Collaboration, about: { organisation: string; titles: string[] }): Letter
  but?: string
}

/** Writes to those who lead the organisations of these roles: one mail for each collaboration that it is in. */
async function tellOfRoles(
  trx: Db,
  clock: Clock,
  roles: SuccessionRole[],
  { key, letterFor, but }: Telling,
): Promise<void> {
  const collaborations = await listCollaborations(
    trx,
    roles.map(({ collaborationId }) => collaborationId),
  )
  const groups = Map.groupBy(roles, role => `${role.collaborationId} ${role.organisation.id}`)
  for (const [group, own] of groups) {
    const { collaborationId, organisation } = own[0]!
    const collaboration = collaborations.get(collaborationId)
    if (!collaboration || !joinedIds(collaboration).includes(organisation.id)) continue
    const titles = own.map(({ title }) => title)
    await tellOrganisations(trx, clock, {
      organisations: [organisation],
      key: `succession ${group} ${key}`,
      letterFor: ({ name }) => letterFor(collaboration, { organisation: name, titles }),
      but,
    })
  }
}

type Leaving = { id: string; personId: string; organisationId: string; lastDay: string | null }

/** Tells those who lead that someone who begins to pass on what they look after holds roles with partners. */
export const tellOfLeaving = async (
  trx: Db,
  clock: Clock,
  { id, personId, organisationId, lastDay }: Leaving,
): Promise<void> =>
  tellOfRoles(trx, clock, await listRolesOf(trx, { personId, organisationId }), {
    key: `handover ${id}`,
    letterFor: (collaboration, about) => leavingLetter(collaboration, { ...about, lastDay }),
    but: personId,
  })

/** Tells those who lead which of these roles nobody holds; `key` names the happening. */
export const tellOfVacancies = async (
  trx: Db,
  clock: Clock,
  { roleIds, key }: { roleIds: string[]; key: string },
): Promise<void> =>
  tellOfRoles(trx, clock, (await listRolesById(trx, roleIds)).filter(isVacant), {
    key: `vacant ${key}`,
    letterFor: vacantLetter,
  })

/** Asks, once each time, whether what nobody has looked at for six months is still right. */
export async function askAboutRoles(trx: Db, clock: Clock): Promise<void> {
  const now = clock.now()
  const { date: today } = inLondon(now)
  const due = await listToAsk(trx, new Date(`${staleSince(today)}T23:59:59Z`))
  await tellOfRoles(trx, clock, due, { key: `asked ${today}`, letterFor: askingLetter })
  if (due.length > 0)
    await markAsked(
      trx,
      due.map(({ id }) => id),
      now,
    )
}
