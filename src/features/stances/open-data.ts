import { listProblemsById } from '#features/problems/index.ts'
import { visitor } from '#plumbing/actor.ts'
import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Export } from '#plumbing/export.ts'
import { publicFields, publicStance } from './public-stance.ts'
import { listProblemIds } from './queries.ts'
import { listOfficers, listStanding } from './standing-queries.ts'

const problemsAtOnce = 200

/** What stands today on problems that everyone can find, in the order of the problems. */
export const stanceTable: Export = {
  name: 'stances',
  describes: 'What organisations say of problems: have it, fixed it, tried and stopped, do not have it',
  fields: publicFields,
  rows: async function* (db) {
    const problemIds = await listProblemIds(db)
    const today = inLondon(systemClock.now()).date
    for (let start = 0; start < problemIds.length; start += problemsAtOnce) {
      const problems = await listProblemsById(db, visitor, problemIds.slice(start, start + problemsAtOnce))
      const standing = await listStanding(db, today, [...problems.keys()])
      const officers = await listOfficers(db, [...standing.values()].flat())
      yield [...problems.values()].flatMap(({ id, slug }) =>
        (standing.get(id) ?? []).map(stance => publicStance(stance, slug, officers)),
      )
    }
  },
}
