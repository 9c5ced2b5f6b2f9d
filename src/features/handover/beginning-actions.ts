import { listSpokespeople } from '#features/accounts/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, system } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { newId } from '#plumbing/id.ts'
import { closeIfDone } from './closing-actions.ts'
import { leaveAllBehind } from './giving-actions.ts'
import { type Handover, type Item, isOpenItem, type Why } from './handover.ts'
import { begunLetter, saidOfYouLetter, stillThereLetter } from './letters.ts'
import { organisationOf } from './organisation-queries.ts'
import { listOwned, listThings } from './owned-queries.ts'
import {
  findHandover,
  findOpenOf,
  insertHandover,
  insertItems,
  listItems,
  updateHandover,
  updateItem,
} from './stored-handovers.ts'
import { tellDeciders, tellPerson } from './telling-actions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'handover.begun': { why: Why }
  }
}

type Beginning = {
  personId: string
  organisationId: string
  why: Why
  /** 'YYYY-MM-DD', with a notice. */
  lastDay?: string
  site: Site
  /** Who says so, where a person does. */
  actor?: Actor
}

/**
 * Begins to pass on what a person looks after for an organisation, and tells whom it concerns. Where one is under way it
 * goes on: a notice gives it its last day, anything else changes nothing. The id of the one that is under way.
 */
export async function beginHandover(trx: Db, clock: Clock, beginning: Beginning): Promise<string> {
  const { personId, organisationId, why, lastDay = null, site, actor = system } = beginning
  const id = newId()
  const isNew = await insertHandover(trx, {
    id,
    person_id: personId,
    organisation_id: organisationId,
    why,
    begun_at: clock.now(),
    last_day: lastDay,
  })
  if (!isNew) {
    const open = (await findOpenOf(trx, beginning))!
    if (lastDay === null || open.left_at !== null) return open.id
    await updateHandover(trx, open.id, { why, last_day: lastDay })
    await tellOfBeginning(trx, clock, { ...open, why, last_day: lastDay }, actor)
    return open.id
  }
  const handover = await findHandover(trx, id)
  await followOwned(trx, clock, site, handover)
  if (why === 'left') await leaveAllBehind(trx, clock, site, handover)
  const subject = { kind: 'handover', id }
  await recordActivity(trx, clock, { kind: 'handover.begun', subject, actor, detail: { why } })
  await tellOfBeginning(trx, clock, handover, actor)
  await closeIfDone(trx, clock, await findHandover(trx, id))
  return id
}

/**
 * Brings the list up to date: what the person owns by now joins it, what others own or is closed leaves it, and what is offered
 * to someone who has left themselves waits for another.
 */
export async function followOwned(trx: Db, clock: Clock, site: Site, handover: Handover): Promise<void> {
  const { id, person_id, organisation_id, left_at } = handover
  if (person_id !== null && left_at === null)
    await insertItems(
      trx,
      (await listOwned(trx, clock, site, { personId: person_id, organisationId: organisation_id })).map(
        thing => ({
          id: newId(),
          handover_id: id,
          kind: thing.kind,
          owned_id: thing.id,
          title: thing.title,
          path: thing.path,
          state: 'open' as const,
        }),
      ),
    )
  const items = await listItems(trx, id)
  const things = await listThings(trx, clock, site, { organisationId: organisation_id, items })
  const isStillTheirs = ({ kind, owned_id }: Item) => {
    const thing = things.find(one => one.kind === kind && one.id === owned_id)
    return thing !== undefined && (thing.ownerId === null || thing.ownerId === person_id)
  }
  const people = await listSpokespeople(trx, organisation_id)
  const hasNoHeir = ({ state, heir_id }: Item) =>
    state === 'offered' && people.every(({ personId }) => personId !== heir_id)
  const asBefore = left_at === null ? 'open' : 'left-to-leads'
  for (const item of items) {
    if (hasNoHeir(item)) await updateItem(trx, item.id, { state: asBefore, heir_id: null })
    if (isOpenItem(item) && !isStillTheirs(item)) await updateItem(trx, item.id, { state: 'gone' })
    if (item.state === 'gone' && isStillTheirs(item)) await updateItem(trx, item.id, { state: 'open' })
  }
}

async function tellOfBeginning(trx: Db, clock: Clock, handover: Handover, actor: Actor): Promise<void> {
  const { id, why, person_id, last_day: lastDay } = handover
  const { name: organisation } = await organisationOf(trx, handover)
  const count = (await listItems(trx, id)).length
  const key = `begun ${why} ${lastDay}`
  await tellDeciders(trx, clock, handover, {
    key,
    letterFor: to => begunLetter({ id, organisation, why, lastDay, count }, to),
    but: actor.kind === 'person' ? actor.id : undefined,
  })
  if (why === 'lead')
    await tellPerson(trx, clock, handover, {
      key,
      personId: person_id,
      letter: saidOfYouLetter({ id, organisation, lastDay: lastDay! }),
    })
  if (why === 'silence')
    await tellPerson(trx, clock, handover, {
      key,
      personId: person_id,
      letter: stillThereLetter({ id, organisation }),
    })
}
