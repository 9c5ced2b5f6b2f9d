import type { Db } from '#plumbing/database/database.ts'
import type { JobKind } from '#plumbing/jobs.ts'
import { findPairs } from './suggestion-actions.ts'
import { replacePairs } from './suggestion-queries.ts'

export const sameProblemsQueue = 'find-same-problems'

/** Looks for problems that may be the same; while it looks it holds no transaction. */
export const findSameProblems: JobKind = {
  queue: sameProblemsQueue,
  leaseSeconds: 900,
  isLong: true,
  reach: (jobs, { db, log }) =>
    jobs.map(async () => {
      const pairs = await findPairs(db)
      return async (trx: Db) => {
        await replacePairs(trx, pairs)
        log.info({ pairs: pairs.length }, 'looked for problems that are the same')
      }
    }),
}
