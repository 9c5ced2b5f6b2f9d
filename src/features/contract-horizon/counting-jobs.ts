import type { JobKind } from '#plumbing/jobs.ts'
import { listDearFigures } from './dear-figure-queries.ts'
import { type KeptFigures, replaceKeptFigures } from './stored-figures.ts'

/** Counts the figures that nobody shall wait for; while it counts it holds no transaction. */
export const countHorizon: JobKind<never, KeptFigures[]> = {
  queue: 'count-horizon',
  leaseSeconds: 300,
  isLong: true,
  reach: (jobs, { db, clock }) => jobs.map(() => listDearFigures(db, clock)),
  settle: async (trx, all) => {
    for (const figures of all) await replaceKeptFigures(trx, figures)
  },
}
