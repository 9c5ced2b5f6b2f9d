import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { canFollow, type LoadedChart } from './chart.ts'
import type { GroupedCouncil } from './council-queries.ts'
import { type PresentCouncil, withPresence } from './missing.ts'
import { missingTables } from './missing-tables.ts'
import type { Chosen } from './places.ts'
import { listPresences } from './presence-queries.ts'

export type Reading = { db: Db; site: Site; clock: Clock }

const chartsFor = (site: Site, { scope }: Chosen) =>
  site
    .slot('insightCharts')
    .filter(chart => canFollow(chart, scope))
    .toSorted((a, b) => a.order - b.order)

/** What all features have to say of what was chosen, in order. */
export async function listCharts({ db, site, clock }: Reading, chosen: Chosen): Promise<LoadedChart[]> {
  const loaded: LoadedChart[] = []
  for (const { key, title, ifNone, load } of chartsFor(site, chosen))
    loaded.push({ key, title, ifNone, table: await load(db, clock, chosen.scope) })
  return loaded
}

/** The councils of today that were chosen, with what of them is here; all of them decide what is small. */
export async function listPresent(
  { db, clock }: Reading,
  councils: GroupedCouncil[],
  { councils: chosen }: Chosen,
): Promise<{ chosen: PresentCouncil[]; all: PresentCouncil[] }> {
  const all = withPresence(councils, await listPresences(db, inLondon(clock.now()).date))
  const ids = new Set(chosen.map(({ id }) => id))
  return { all, chosen: all.filter(({ id }) => ids.has(id)) }
}

/** One of them by its key; undefined where there is none, or it cannot follow what was chosen. */
export async function findChart(
  reading: Reading,
  councils: GroupedCouncil[],
  chosen: Chosen,
  key: string,
): Promise<LoadedChart | undefined> {
  const chart = chartsFor(reading.site, chosen).find(one => one.key === key)
  if (chart) return { ...chart, table: await chart.load(reading.db, reading.clock, chosen.scope) }
  const present = await listPresent(reading, councils, chosen)
  return missingTables(present.chosen, present.all).find(one => one.key === key)
}
