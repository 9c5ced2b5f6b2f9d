import type { Db } from '#plumbing/database/database.ts'
import type { JobKind } from '#plumbing/jobs.ts'
import { listDearPages } from './dear-page-queries.ts'
import { replaceKeptPages } from './stored-pages.ts'

/** Counts the pages that nobody shall wait for; while it counts it holds no transaction. */
export const countInsights: JobKind = {
  queue: 'count-insights',
  leaseSeconds: 900,
  isLong: true,
  reach: (jobs, context) =>
    jobs.map(async () => {
      const pages = await listDearPages(context)
      return (trx: Db) => replaceKeptPages(trx, pages)
    }),
}
