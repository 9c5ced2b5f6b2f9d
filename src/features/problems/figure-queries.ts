import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'

type Reading = { db: Db; site: Site; clock: Clock }

/** How many councils have each problem, by its id; those that none has are absent. */
export async function listCouncilCounts({ db, site, clock }: Reading): Promise<Map<string, number>> {
  const counts = await Promise.all(site.slot('problemCounts').map(({ load }) => load(db, clock)))
  return new Map(counts.flatMap(ofProblems => [...ofProblems]))
}

/** What other features say of these problems in a line: "4 councils have it". */
export async function listFigures(
  { db, site, clock }: Reading,
  ids: string[],
): Promise<Map<string, string[]>> {
  const loads = site.slot('problemFigures').map(({ load }) => load(db, clock, ids))
  const figures = await Promise.all(loads)
  return new Map(ids.map(id => [id, figures.flatMap(bits => bits.get(id) ?? [])]))
}
