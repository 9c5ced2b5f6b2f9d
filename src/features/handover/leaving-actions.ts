import { endOnLastDay } from '#features/accounts/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { beginHandover, followOwned } from './beginning-actions.ts'
import { closeIfDone } from './closing-actions.ts'
import { give, leaveAllBehind } from './giving-actions.ts'
import type { Handover, Item } from './handover.ts'
import { backLetter, farewellLetter, goneLetter } from './letters.ts'
import { requireOpen } from './naming-actions.ts'
import { organisationOf } from './organisation-queries.ts'
import { titlesFor } from './outsiders.ts'
import { listOwned } from './owned-queries.ts'
import {
  findHandover,
  findOpenOf,
  listItems,
  listPastLastDay,
  lockHandover,
  updateHandover,
} from './stored-handovers.ts'
import { tellDeciders, tellPerson } from './telling-actions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'handover.taken-back': Record<string, never>
    'handover.note-written': Record<string, never>
  }
}

/** They no longer speak for the organisation. */
export async function markLeft(trx: Db, clock: Clock, site: Site, handover: Handover): Promise<void> {
  const { id } = handover
  await followOwned(trx, clock, site, handover)
  const left = await leaveAllBehind(trx, clock, site, handover)
  const { name: organisation } = await organisationOf(trx, handover)
  await tellDeciders(trx, clock, handover, {
    key: 'left',
    letterFor: to => goneLetter({ id, organisation, titles: titlesFor(site, to, left) }, to),
  })
  await closeIfDone(trx, clock, await findHandover(trx, id))
}

/** Whoever no longer speaks for an organisation, announced or not, leaves behind what they looked after there. */
export async function passOnAll(
  trx: Db,
  clock: Clock,
  site: Site,
  holder: { personId: string; organisationId: string },
): Promise<void> {
  const open = await findOpenOf(trx, holder)
  if (open?.left_at === null) await markLeft(trx, clock, site, open)
  if (!open && (await listOwned(trx, clock, site, holder)).length > 0)
    await beginHandover(trx, clock, { ...holder, why: 'left', site })
}

/** On the day after the last day: the membership ends, and with it what the person can do in the organisation's name. */
export async function endLastDays(trx: Db, clock: Clock, site: Site): Promise<void> {
  for (const { id } of await listPastLastDay(trx, inLondon(clock.now()).date)) {
    const handover = await lockHandover(trx, id)
    const { person_id: personId, organisation_id: organisationId } = handover
    const wasIn = personId !== null && (await endOnLastDay(trx, clock, { personId, organisationId }))
    await markLeft(trx, clock, site, handover)
    const { name: organisation } = await organisationOf(trx, handover)
    if (wasIn)
      await tellPerson(trx, clock, handover, {
        key: 'farewell',
        personId,
        letter: farewellLetter({ id, organisation }),
      })
  }
}

/** Whoever was to leave stays: what colleagues have taken meanwhile is given back, and they are told. */
export const takeBack = (
  db: Db,
  clock: Clock,
  actor: Person,
  { id, site }: { id: string; site: Site },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const handover = await lockHandover(trx, id)
    requireOpen(actor, handover)
    if (handover.left_at !== null)
      throw failure(
        'conflict',
        'They no longer speak for the organisation, so this can no longer be taken back.',
      )
    const taken = (await listItems(trx, id)).filter(({ state }) => state === 'taken')
    for (const item of taken)
      await give(trx, clock, actor, { site, handover, item, fromId: item.heir_id, toId: handover.person_id })
    await updateHandover(trx, id, { ended_at: clock.now(), ended_as: 'taken-back' })
    const subject = { kind: 'handover', id }
    await recordActivity(trx, clock, { kind: 'handover.taken-back', subject, actor, detail: {} })
    await tellHeirs(trx, clock, handover, taken)
  })

async function tellHeirs(trx: Db, clock: Clock, handover: Handover, taken: Item[]): Promise<void> {
  const { id } = handover
  const { name: organisation } = await organisationOf(trx, handover)
  for (const [personId, items] of Map.groupBy(taken, ({ heir_id }) => heir_id))
    await tellPerson(trx, clock, handover, {
      key: 'given back',
      personId,
      letter: backLetter({ id, organisation, titles: items.map(({ title }) => title) }),
    })
}

/** Keeps what those who come after should know, in the words of whoever leaves. */
export const writeNote = (
  db: Db,
  clock: Clock,
  actor: Person,
  { id, note }: { id: string; note: string | null },
): Promise<void> =>
  db.transaction().execute(async trx => {
    requireOpen(actor, await lockHandover(trx, id))
    await updateHandover(trx, id, { note })
    const subject = { kind: 'handover', id }
    await recordActivity(trx, clock, { kind: 'handover.note-written', subject, actor, detail: {} })
  })
