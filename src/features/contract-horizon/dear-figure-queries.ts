import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { listPresents } from './ending-queries.ts'
import { countFigures } from './figure-queries.ts'
import { dimensions, fewestRows, horizonQuery, rangeOf } from './horizon-query.ts'
import { countEnding } from './known-queries.ts'
import type { KeptFigures } from './stored-figures.ts'

/** From so many contracts on, the horizon by product takes longer than a twentieth of a second. */
const dearFrom = 5_000

/** The horizon without a filter, by each dimension; none where so few contracts end that it is counted when it is asked for. */
export async function listDearFigures(db: Db, clock: Clock, from = dearFrom): Promise<KeptFigures[]> {
  const today = inLondon(clock.now()).date
  const query = horizonQuery.parse({})
  const range = rangeOf(query, today)
  if ((await countEnding(db, range.from, range.to)) < from) return []
  const asked = { today, range, filter: { ...query, ...range }, presents: await listPresents(db, today) }
  const kept: KeptFigures[] = []
  for (const by of dimensions)
    kept.push({
      by,
      figures: await countFigures(db, asked, { by, rows: fewestRows }),
      countedAt: clock.now(),
    })
  return kept
}
