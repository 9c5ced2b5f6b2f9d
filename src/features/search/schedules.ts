import type { Schedule } from '#plumbing/jobs.ts'
import { haveChanged, refreshStatistics } from './statistics-queries.ts'

/** Weights follow what was written since; between two runs scores stay as they are. */
export const refreshSearchStatistics: Schedule = {
  name: 'refresh-search-statistics',
  at: { everyMinutes: 10 },
  run: async (trx, { clock }) => {
    if (await haveChanged(trx)) await refreshStatistics(trx, clock)
  },
}
