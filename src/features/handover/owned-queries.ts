import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site, Slots } from '#plumbing/feature.ts'
import type { Asked, Holder, Owned, Waiting } from './owning.ts'

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
export async function listPackRecords(db: Db, site: Site, actor: Actor, organisationId: string) {
  const groups = site
    .slot('packRecords')
    .map(async ({ title, list }) => ({ title, records: await list(db, organisationId, actor) }))
  return (await Promise.all(groups)).filter(({ records }) => records.length > 0)
}
