import type { Db } from '#plumbing/database/database.ts'
import type { JobKind } from '#plumbing/jobs.ts'
import { findNeeds, keepNeeds } from './finding-actions.ts'

/** Looks for common needs; while it counts it holds no transaction. */
export const findCommonNeeds: JobKind = {
  queue: 'find-common-needs',
  leaseSeconds: 900,
  reach: (jobs, { db, clock, log }) =>
    jobs.map(async () => {
      const found = await findNeeds(db, clock)
      return async (trx: Db) => log.info(await keepNeeds(trx, clock, found), 'looked for common needs')
    }),
}
