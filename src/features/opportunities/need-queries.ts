import type { OrganisationFacts } from '#features/organisations/index.ts'
import type { CostBand } from '#features/problems/index.ts'
import { listPresent, listStanding } from '#features/stances/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { roleOf, showsNeed, type Thing } from './things.ts'

/** That an organisation of today has a need, by one thing; `cost` is what it says leaving it costs a year. */
export type Holding = {
  thingId: string
  organisation: OrganisationFacts
  through: 'problem' | 'bid' | 'contract'
  cost: CostBand | null
}

// A statement takes 65,535 values at most, and a page its turn between two of them.
const problemsAtOnce = 5000

/** Who has the needs that these things show: who raised the problems or says that they have them, who made the bids, and whose contracts end. */
export async function listHoldings(db: Db, today: string, things: Thing[]): Promise<Holding[]> {
  const showing = things.filter(showsNeed)
  const problems = showing.filter(thing => roleOf(thing) === 'problem')
  const standing: Awaited<ReturnType<typeof listStanding>> = new Map()
  for (let at = 0; at < problems.length; at += problemsAtOnce) {
    const ids = problems.slice(at, at + problemsAtOnce).map(({ id }) => id)
    for (const [id, stances] of await listStanding(db, today, ids)) standing.set(id, stances)
  }
  const organisationIds = new Set(showing.flatMap(({ organisation_id }) => organisation_id ?? []))
  const present = await listPresent(db, today, [...organisationIds])
  return showing.flatMap((thing): Holding[] => {
    const organisation = present.get(thing.organisation_id ?? '')
    const role = roleOf(thing)
    const through = role === 'problem' || role === 'contract' ? role : 'bid'
    const said = standing.get(thing.id) ?? []
    const own = said.some(stance => stance.organisation.id === organisation?.id)
    return [
      ...said
        .filter(({ says, isLive }) => says === 'have-it' && isLive)
        .map(({ organisation, cost }) => ({ thingId: thing.id, organisation, through, cost }) as const),
      ...(organisation && !own
        ? [{ thingId: thing.id, organisation, through, cost: thing.cost_band } as const]
        : []),
    ]
  })
}
