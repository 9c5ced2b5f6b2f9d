import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { describeClustersApart } from './cluster-thread.ts'
import { listHoldings } from './need-queries.ts'
import { listAddressed, listPassages, listThings } from './thing-queries.ts'
import { isCommonNeed, showsNeed, type Thing } from './things.ts'

/** What says much the same; `isNeed`: several organisations have it, and no live project covers it. */
export type FoundNeed = { name: string; things: Thing[]; label: string[]; title: string; isNeed: boolean }

/** The member that is nearest to all others says it best, a problem before a bid, and a bid before what shows no need. */
function spokesman(things: Thing[], byNearness: string[]): Thing {
  const placeOf = new Map(byNearness.map((id, place) => [id, place]))
  const rank = (thing: Thing) => (showsNeed(thing) ? (thing.kind === 'problem' ? 0 : 1) : 2)
  return things.toSorted((a, b) => rank(a) - rank(b) || placeOf.get(a.id)! - placeOf.get(b.id)!)[0]!
}

/** Looks for needs in all that is public. Writes nothing, and holds no transaction: it can take half a minute. */
export async function findNeeds(db: Db, clock: Clock): Promise<FoundNeed[]> {
  const things = new Map((await listThings(db)).map(thing => [thing.id, thing]))
  const clusters = await describeClustersApart({
    passages: await listPassages(db, new Set(things.keys())),
    titles: new Map([...things].map(([id, { title }]) => [id, title])),
  })
  const clustered = clusters.map(({ ids }) => ids.map(id => things.get(id)!))
  const holdings = Map.groupBy(
    await listHoldings(db, inLondon(clock.now()).date, clustered.flat()),
    ({ thingId }) => thingId,
  )
  const addressed = await listAddressed(
    db,
    clustered.flat().flatMap(({ kind, id }) => (kind === 'problem' ? [id] : [])),
  )
  return clusters.map(({ name, ids, byNearness, label }, at) => {
    const members = clustered[at]!
    const holders = ids.flatMap(id => holdings.get(id) ?? []).map(({ organisation }) => organisation.id)
    return {
      name,
      things: members,
      label,
      title: spokesman(members, byNearness).title,
      isNeed: isCommonNeed(
        holders,
        members,
        ids.some(id => addressed.has(id)),
      ),
    }
  })
}
