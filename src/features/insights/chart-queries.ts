import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { canFollow, type LoadedChart, type PageName } from './chart.ts'
import { pathOf } from './choices.ts'
import type { GroupedCouncil } from './council-queries.ts'
import { type Presence, type PresentCouncil, withPresence } from './missing.ts'
import { missingTables } from './missing-tables.ts'
import type { Chosen } from './places.ts'
import { listPresences } from './presence-queries.ts'
import { findKeptPage } from './stored-pages.ts'

export type Reading = { db: Db; site: Site; clock: Clock }

/** What was counted for a page. */
export type Counts = {
  charts: LoadedChart[]
  /** Null where what is missing cannot be told by what was chosen. */
  presences: Presence[] | null
}

/** Counts all that features have to say of what was chosen, in order. */
export async function count(
  { db, site, clock }: Reading,
  { scope }: Chosen,
  page: PageName,
): Promise<Counts> {
  const following = site
    .slot('insightCharts')
    .filter(chart => chart.shownOn.includes(page) && canFollow(chart, scope))
    .toSorted((a, b) => a.order - b.order)
  const charts: LoadedChart[] = []
  for (const { key, title, ifNone, load } of following)
    charts.push({ key, title, ifNone, table: await load(db, clock, scope) })
  const isOfCouncils = page === 'insights' && canFollow({ follows: ['organisations'] }, scope)
  return { charts, presences: isOfCouncils ? await listPresences(db, inLondon(clock.now()).date) : null }
}

export type CountedPage = {
  charts: LoadedChart[]
  /** Councils of today among what was chosen, with what of them is here. */
  councils: PresentCouncil[]
  /** When it was counted, where that was before it was asked for. */
  countedAt: Date | null
}

/** The page of what was chosen: as it was counted last where counting takes long, else as it is now. */
export async function findCountedPage(
  reading: Reading,
  all: GroupedCouncil[],
  chosen: Chosen,
  page: PageName,
): Promise<CountedPage> {
  const kept = await findKeptPage(reading.db, pathOf(page, chosen.choices))
  const { charts, presences } = kept ?? (await count(reading, chosen, page))
  const countedAt = kept?.countedAt ?? null
  if (!presences) return { charts, councils: [], countedAt }
  const present = withPresence(all, presences)
  const ids = new Set(chosen.councils.map(({ id }) => id))
  const councils = present.filter(({ id }) => ids.has(id))
  return { charts: [...charts, ...missingTables(councils, present)], councils, countedAt }
}
