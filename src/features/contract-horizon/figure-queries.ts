import type { Db } from '#plumbing/database/database.ts'
import type { Presents, Wanted } from './ending-queries.ts'
import { countFitting, type HorizonCounts, type HorizonRows, listRows } from './horizon-queries.ts'
import type { Dimension, HorizonFilter, Range } from './horizon-query.ts'
import { readMatter } from './matter.ts'
import { listNamedWindows, type NamedWindow } from './window-queries.ts'

export type ShownWindow = Omit<NamedWindow, 'contractIds'>

/** All figures of a horizon: what ends in which month, what can be filtered by, and what ends together. */
export type HorizonFigures = {
  horizon: HorizonRows
  counts: HorizonCounts
  /** Windows on the rows, by the key of the row, the first to end first. */
  windows: { key: string; window: ShownWindow }[]
}

export type Asked = { today: string; range: Range; filter: HorizonFilter; presents: Presents }

const mostWindows = 20

/** Counts what fits, with as many rows as are asked for. */
export async function countFigures(
  db: Db,
  asked: Asked,
  { by, rows }: { by: Dimension; rows: number },
): Promise<HorizonFigures> {
  const { filter, presents } = asked
  const horizon = await listRows(db, { filter, presents, by, rows })
  const counts = await countFitting(db, filter, presents)
  return { horizon, counts, windows: await listWindowsOn(db, asked, by, horizon) }
}

/** The windows that stand on the rows of the horizon. */
function wantedOn(by: Dimension, { rows }: HorizonRows): Wanted | undefined {
  const keys = rows.map(({ key }) => key)
  if (keys.length === 0) return undefined
  if (by === 'service') return { services: keys.map(Number) }
  if (by === 'product') return { products: keys }
  return by === 'supplier' ? { suppliers: keys } : undefined
}

async function listWindowsOn(
  db: Db,
  { today, range, presents }: Asked,
  by: Dimension,
  horizon: HorizonRows,
): Promise<HorizonFigures['windows']> {
  const wanted = wantedOn(by, horizon)
  if (!wanted) return []
  const named = await listNamedWindows(db, today, presents, wanted)
  return named
    .filter(({ firstEnd, lastEnd }) => firstEnd <= range.to && lastEnd >= range.from)
    .toSorted((a, b) => (a.firstEnd < b.firstEnd ? -1 : 1))
    .slice(0, mostWindows)
    .map(({ contractIds: _, ...window }) => {
      const key = readMatter(window.matter.slug)!
      return { key: key.kind === 'service' ? String(key.serviceId) : key.slug, window }
    })
}
