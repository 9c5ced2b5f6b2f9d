import type { Db } from '#plumbing/database/database.ts'
import { listPresents } from './ending-queries.ts'
import { countFigures, type ShownWindow } from './figure-queries.ts'
import { horizonQuery, rangeOf } from './horizon-query.ts'
import { findKeptFigures } from './stored-figures.ts'

/** The windows that the horizon shows before anything is chosen, the first to end first. */
export async function listWindowsAhead(db: Db, today: string): Promise<ShownWindow[]> {
  const query = horizonQuery.parse({})
  const kept = await findKeptFigures(db, query, today)
  if (kept) return kept.figures.windows.map(({ window }) => window)
  const range = rangeOf(query, today)
  const asked = { today, range, filter: { ...query, ...range }, presents: await listPresents(db, today) }
  return (await countFigures(db, asked, query)).windows.map(({ window }) => window)
}
