import type { JobKind } from '#plumbing/jobs.ts'
import { type FoundNeed, findNeeds, keepNeeds } from './finding-actions.ts'

/** Looks for common needs; while it counts it holds no transaction. */
export const findCommonNeeds: JobKind<never, FoundNeed[]> = {
  queue: 'find-common-needs',
  leaseSeconds: 900,
  reach: (jobs, { db, clock }) => jobs.map(() => findNeeds(db, clock)),
  settle: async (trx, all, { clock, log }) => {
    for (const found of all) log.info(await keepNeeds(trx, clock, found), 'looked for common needs')
  },
}
