import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site, Slots } from '#plumbing/feature.ts'
import type { ListedRecord, RecordGroup } from '#ui/record-list.tsx'

/** Something that a person owns for an organisation, as colleagues know it. */
export type OwnedThing = {
  id: string
  title: string
  path: string
  /** What it is and how it stands, e.g. “problem” or “draft of a project”. */
  what: string
  /** What waits there or comes near, each a few words with its day. */
  waits: string[]
  /** What activities on it are recorded of: whoever acted there knows it. */
  subject: { kind: string; id: string }
  ownerId: string | null
  deputyId: string | null
}

type Asked = { clock: Clock; site: Site; organisationId: string }

type Holder = { personId: string; organisationId: string }

/** `fromId` is null when that person was erased. What someone else was given meanwhile stays with them. */
export type Giving = { id: string; organisationId: string; fromId: string | null; toId: string | null }

export type Waiting = Holder & { since: Date }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A way to own something for an organisation, which passes to a colleague when its owner leaves. */
    owned: {
      kind: string
      /** How it is owned, e.g. “looks after it”. */
      as: string
      listIds(db: Db, holder: Holder): Promise<string[]>
      /** Of these those that are still there and open. */
      describe(db: Db, asked: Asked & { ids: string[] }): Promise<OwnedThing[]>
      /** Makes someone else its owner, or nobody; part of the act of handing over. */
      give(trx: Db, clock: Clock, actor: Actor, giving: Giving): Promise<void>
      /** What was put to its owners by a moment, and waits for their answer since. */
      listWaiting?(db: Db, by: Date): Promise<Waiting[]>
    }
    /** What of an organisation whoever takes over should know, in the pack of a handover. */
    packRecords: {
      title: string
      list(db: Db, organisationId: string, actor: Actor): Promise<ListedRecord[]>
    }
  }
}

export type Owned = OwnedThing & { kind: string; as: string }

type IdsOf = (slot: Slots['owned']) => Promise<string[]>

/** Things that are owned, in each way that there is. */
async function describe(db: Db, asked: Asked, idsOf: IdsOf): Promise<Owned[]> {
  const lists = asked.site.slot('owned').map(async slot => {
    const ids = await idsOf(slot)
    const things = ids.length > 0 ? await slot.describe(db, { ...asked, ids }) : []
    return things.map(thing => ({ ...thing, kind: slot.kind, as: slot.as }))
  })
  return (await Promise.all(lists)).flat()
}

/** Everything that a person owns for an organisation. */
export const listOwned = (db: Db, clock: Clock, site: Site, holder: Holder): Promise<Owned[]> =>
  describe(db, { clock, site, organisationId: holder.organisationId }, ({ listIds }) => listIds(db, holder))

type Listed = { organisationId: string; items: { kind: string; owned_id: string }[] }

/** These things as they stand now, whoever owns them; what is closed or gone is left out. */
export const listThings = (
  db: Db,
  clock: Clock,
  site: Site,
  { organisationId, items }: Listed,
): Promise<Owned[]> =>
  describe(db, { clock, site, organisationId }, async ({ kind }) =>
    items.filter(item => item.kind === kind).map(({ owned_id }) => owned_id),
  )

/** Since when something waits for each person in an organisation, the longest of each. */
export async function listWaiting(db: Db, site: Site, by: Date): Promise<Waiting[]> {
  const lists = await Promise.all(
    site.slot('owned').flatMap(({ listWaiting }) => listWaiting?.(db, by) ?? []),
  )
  const earliest = new Map<string, Waiting>()
  for (const waiting of lists.flat()) {
    const key = `${waiting.personId} ${waiting.organisationId}`
    const known = earliest.get(key)
    if (!known || waiting.since < known.since) earliest.set(key, waiting)
  }
  return [...earliest.values()]
}

/** What of an organisation whoever takes over should know; parts with nothing in them are left out. */
export async function listPackRecords(
  db: Db,
  site: Site,
  actor: Actor,
  organisationId: string,
): Promise<RecordGroup[]> {
  const groups = site
    .slot('packRecords')
    .map(async ({ title, list }) => ({ title, records: await list(db, organisationId, actor) }))
  return (await Promise.all(groups)).filter(({ records }) => records.length > 0)
}
