import type { JobKind } from '#plumbing/jobs.ts'
import { findPairs } from './suggestion-actions.ts'
import { type Pair, replacePairs } from './suggestion-queries.ts'

export const sameProblemsQueue = 'find-same-problems'

/** Looks for problems that may be the same; while it looks it holds no transaction. */
export const findSameProblems: JobKind<never, Pair[]> = {
  queue: sameProblemsQueue,
  leaseSeconds: 900,
  isLong: true,
  reach: (jobs, { db }) => jobs.map(() => findPairs(db)),
  settle: async (trx, all, { log }) => {
    for (const pairs of all) {
      await replacePairs(trx, pairs)
      log.info({ pairs: pairs.length }, 'looked for problems that are the same')
    }
  },
}
