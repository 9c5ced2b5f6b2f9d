import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'

/** What other features say of these problems in a line: "4 councils have it". */
export async function listFigures(
  { db, site, clock }: { db: Db; site: Site; clock: Clock },
  ids: string[],
): Promise<Map<string, string[]>> {
  const loads = site.slot('problemFigures').map(({ load }) => load(db, clock, ids))
  const figures = await Promise.all(loads)
  return new Map(ids.map(id => [id, figures.flatMap(bits => bits.get(id) ?? [])]))
}
