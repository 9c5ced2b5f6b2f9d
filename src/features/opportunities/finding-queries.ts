import { setImmediate } from 'node:timers/promises'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { findClusters, type Item } from './clusters.ts'
import { labelClusters } from './labels.ts'
import { listHoldings } from './need-queries.ts'
import { listAddressed, listThings, listVectors } from './thing-queries.ts'
import { isCommonNeed, showsNeed, type Thing } from './things.ts'

/** What says much the same; `isNeed`: several organisations have it, and no live project covers it. */
export type FoundNeed = { name: string; things: Thing[]; label: string[]; title: string; isNeed: boolean }

const millisecondsATurn = 8

/** Runs long work to its end, letting others have their turn in between. */
export async function unhurried<T>(work: Generator<void, T>): Promise<T> {
  let turnEnds = performance.now() + millisecondsATurn
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() < turnEnds) continue
    await setImmediate()
    turnEnds = performance.now() + millisecondsATurn
  }
}

/** The member that is nearest to all others says it best, a problem before a bid. */
function spokesman(things: Thing[], items: Map<string, Item>): Thing {
  const showing = things.filter(showsNeed)
  const among = showing.length > 0 ? showing : things
  const sums = items.get(things[0]!.id)!.vectors[0]!
  const centre = Float32Array.from(sums, (_, at) =>
    things.reduce((sum, { id }) => sum + items.get(id)!.vectors[0]![at]!, 0),
  )
  const nearness = ({ id }: Thing) =>
    centre.reduce((sum, value, at) => sum + value * items.get(id)!.vectors[0]![at]!, 0)
  return among.toSorted(
    (a, b) =>
      Number(b.kind === 'problem') - Number(a.kind === 'problem') ||
      nearness(b) - nearness(a) ||
      (a.id < b.id ? -1 : 1),
  )[0]!
}

/** Looks for needs in all that is public. Writes nothing, and holds no transaction: it can take a minute. */
export async function findNeeds(db: Db, clock: Clock): Promise<FoundNeed[]> {
  const things = new Map((await listThings(db)).map(thing => [thing.id, thing]))
  const items = await listVectors(db, new Set(things.keys()))
  const byId = new Map(items.map(item => [item.id, item]))
  const clusters = (await unhurried(findClusters(items))).filter(({ ids }) => ids.length > 1)
  const labels = labelClusters(clusters.map(({ ids }) => ids.map(id => things.get(id)!.title)))
  const clustered = clusters.map(({ ids }) => ids.map(id => things.get(id)!))
  const holdings = Map.groupBy(
    await listHoldings(db, inLondon(clock.now()).date, clustered.flat()),
    ({ thingId }) => thingId,
  )
  const addressed = await listAddressed(
    db,
    clustered.flat().flatMap(({ kind, id }) => (kind === 'problem' ? [id] : [])),
  )
  return clusters.map(({ name, ids }, at) => {
    const members = clustered[at]!
    const holders = ids.flatMap(id => holdings.get(id) ?? []).map(({ organisation }) => organisation.id)
    return {
      name,
      things: members,
      label: labels[at]!,
      title: spokesman(members, byId).title,
      isNeed: isCommonNeed(
        holders,
        members,
        ids.some(id => addressed.has(id)),
      ),
    }
  })
}
