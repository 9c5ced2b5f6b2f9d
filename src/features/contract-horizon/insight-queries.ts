import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong, isChosen } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listPresents } from './ending-queries.ts'
import { listEndingWhere } from './own-queries.ts'
import { listNamedWindows, type NamedWindow } from './window-queries.ts'

type Scope = Parameters<Slots['insightCharts']['load']>[2]

/** The windows in which contracts of the scope lie, with how many; those with most of them first. */
export async function listWindowsIn(
  db: Db,
  today: string,
  { organisationIds, areaId, supplierId }: Scope,
  limit: number,
): Promise<(NamedWindow & { own: number })[]> {
  const fits = sql`${isAmong(sql`contract.organisation_id`, organisationIds)}
    and ${isChosen(sql`contract.supplier_id`, supplierId)} and ${isChosen(sql`service.area_id`, areaId)}`
  const { contractIds, wanted } = await listEndingWhere(db, today, fits)
  if (contractIds.length === 0) return []
  const own = new Set(contractIds)
  const windows = await listNamedWindows(db, today, await listPresents(db, today), wanted)
  return windows
    .map(window => ({ ...window, own: window.contractIds.filter(id => own.has(id)).length }))
    .filter(window => window.own > 0)
    .toSorted((a, b) => b.own - a.own || (a.firstEnd < b.firstEnd ? -1 : 1))
    .slice(0, limit)
}
