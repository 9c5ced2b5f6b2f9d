import type { Db } from '#plumbing/database/database.ts'
import type { Outcome, State } from './introduction.ts'

/** How many introductions stand how, and how often what came of it. What a curator holds back is not counted. */
export async function countIntroductions(db: Db) {
  const states = await db
    .selectFrom('introduction')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('told_at', 'is not', null)
    .groupBy('state')
    .execute()
  const outcomes = await db
    .selectFrom('introduction_side')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('count')])
    .where('outcome', 'is not', null)
    .groupBy('outcome')
    .execute()
  return {
    ofState: (state: State) => states.find(row => row.state === state)?.count ?? 0,
    ofOutcome: (outcome: Outcome) => outcomes.find(row => row.outcome === outcome)?.count ?? 0,
  }
}
