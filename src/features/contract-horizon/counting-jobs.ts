import type { Db } from '#plumbing/database/database.ts'
import type { JobKind } from '#plumbing/jobs.ts'
import { listDearFigures } from './dear-figure-queries.ts'
import { replaceKeptFigures } from './stored-figures.ts'

/** Counts the figures that nobody shall wait for; while it counts it holds no transaction. */
export const countHorizon: JobKind = {
  queue: 'count-horizon',
  leaseSeconds: 300,
  isLong: true,
  reach: (jobs, { db, clock }) =>
    jobs.map(async () => {
      const kept = await listDearFigures(db, clock)
      return (trx: Db) => replaceKeptFigures(trx, kept)
    }),
}
