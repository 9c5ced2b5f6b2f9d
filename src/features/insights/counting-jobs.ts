import type { JobKind } from '#plumbing/jobs.ts'
import { listDearPages } from './dear-page-queries.ts'
import { type KeptPage, replaceKeptPages } from './stored-pages.ts'

/** Counts the pages that nobody shall wait for; while it counts it holds no transaction. */
export const countInsights: JobKind<never, KeptPage[]> = {
  queue: 'count-insights',
  leaseSeconds: 900,
  isLong: true,
  reach: (jobs, context) => jobs.map(() => listDearPages(context)),
  settle: async (trx, all) => {
    for (const pages of all) await replaceKeptPages(trx, pages)
  },
}
