import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, system } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { type Handover, type Item, isOpenItem } from './handover.ts'
import { listItems, updateHandover, updateItem } from './stored-handovers.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'handover.taken': { kind: string; ownedId: string }
    'handover.held-by-nobody': { kind: string; ownedId: string }
  }
}

type Passing = { site: Site; handover: Handover; item: Item }

/** Moves what is owned from one to another, as its feature does it; a kind that is no more is left alone. */
export async function give(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { site, handover, item, fromId, toId }: Passing & { fromId: string | null; toId: string | null },
): Promise<void> {
  const owned = site.slot('owned').find(({ kind }) => kind === item.kind)
  const giving = { id: item.owned_id, organisationId: handover.organisation_id, fromId, toId }
  await owned?.give(trx, clock, actor, giving)
}

/** Makes someone its owner. */
export async function take(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { heirId, ...passing }: Passing & { heirId: string },
): Promise<void> {
  const { handover, item } = passing
  await give(trx, clock, actor, { ...passing, fromId: handover.person_id, toId: heirId })
  await updateItem(trx, item.id, { state: 'taken', heir_id: heirId, decided_at: clock.now() })
  const detail = { kind: item.kind, ownedId: item.owned_id }
  const subject = { kind: 'handover', id: handover.id }
  await recordActivity(trx, clock, { kind: 'handover.taken', subject, actor, detail })
}

/** Leaves it without an owner; its page says so. */
export async function leaveWithout(trx: Db, clock: Clock, actor: Actor, passing: Passing): Promise<void> {
  const { handover, item } = passing
  await give(trx, clock, actor, { ...passing, fromId: handover.person_id, toId: null })
  await updateItem(trx, item.id, { state: 'held-by-nobody', heir_id: null, decided_at: clock.now() })
  const detail = { kind: item.kind, ownedId: item.owned_id }
  const subject = { kind: 'handover', id: handover.id }
  await recordActivity(trx, clock, { kind: 'handover.held-by-nobody', subject, actor, detail })
}

/** Whoever leaves no longer owns anything: what nobody has taken is held by nobody until someone does. Returns that. */
export async function leaveAllBehind(trx: Db, clock: Clock, site: Site, handover: Handover): Promise<Item[]> {
  const left = (await listItems(trx, handover.id)).filter(isOpenItem)
  for (const item of left) {
    await give(trx, clock, system, { site, handover, item, fromId: handover.person_id, toId: null })
    if (item.state === 'open') await updateItem(trx, item.id, { state: 'left-to-leads' })
  }
  await updateHandover(trx, handover.id, { left_at: clock.now() })
  return left
}
