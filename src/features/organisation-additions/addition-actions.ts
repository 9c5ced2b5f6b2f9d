import { queueMail } from '#features/mail/index.ts'
import {
  addOrganisation,
  listOrganisationsById,
  resolveOrganisations,
} from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import type { AddedKind } from './addition.ts'
import { insertAddition, lockWaitingAddition, markAddition } from './addition-queries.ts'
import { decidesOnOwn, tellCurators } from './curator-actions.ts'
import { decidedLetter } from './letters.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'organisation-addition.asked': Record<string, never>
    'organisation-addition.decided': { isConfirmed: boolean; isOwn: boolean }
  }
}

type Added = { name: string; kind: AddedKind; website: string | null; ground: string }

/** Asks for an organisation to be listed; nobody but curators sees it until one confirms it. */
export const askForOrganisation = (
  db: Db,
  clock: Clock,
  actor: Person,
  { name, kind, website, ground }: Added,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const id = newId()
    const asked = { asked_by: actor.id, asked_at: clock.now() }
    await insertAddition(trx, { id, name, kind, website, ground, state: 'waiting', ...asked })
    await recordActivity(trx, clock, {
      kind: 'organisation-addition.asked',
      subject: { kind: 'organisation-addition', id },
      actor,
      detail: {},
    })
    await tellCurators(trx, clock, { what: 'organisation', id, askedBy: actor.id })
  })

/** Lists the organisation, or refuses it, and tells who asked. */
export const decideAddition = (
  db: Db,
  clock: Clock,
  actor: Person,
  { id, isConfirmed }: { id: string; isConfirmed: boolean },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const addition = await lockWaitingAddition(trx, id)
    if (!addition) throw failure('conflict', 'Somebody has decided this already.')
    const { name, email, asked_by } = addition
    const isOwn = await decidesOnOwn(trx, actor, asked_by)
    if (isConfirmed && (await resolveOrganisations(trx, [name])).has(name))
      throw failure('conflict', `${name} has been listed meanwhile. Refuse this one.`)
    const organisationId = isConfirmed ? await addOrganisation(trx, clock, actor, addition) : null
    await markAddition(trx, id, {
      state: isConfirmed ? 'confirmed' : 'refused',
      organisation_id: organisationId,
      decided_by: actor.id,
      decided_at: clock.now(),
    })
    await recordActivity(trx, clock, {
      kind: 'organisation-addition.decided',
      subject: { kind: 'organisation-addition', id },
      actor,
      detail: { isConfirmed, isOwn },
    })
    if (email === null) return
    const listed = organisationId && (await listOrganisationsById(trx, [organisationId])).get(organisationId)
    await queueMail(trx, clock, {
      key: `organisation addition decided ${id}`,
      to: email,
      about: 'organisation-addition',
      letter: decidedLetter(name, listed || null),
    })
  })
