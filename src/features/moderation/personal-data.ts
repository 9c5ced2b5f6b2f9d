import type { Slots } from '#plumbing/feature.ts'
import { listActsBy } from './act-queries.ts'
import { eraseReportsBy, listReportsBy } from './report-queries.ts'

export const reportsAndDecisions: Slots['personalData'] = {
  title: 'What you reported, and what you decided as a curator',
  order: 60,
  export: async (db, personId) => [
    ...(await listReportsBy(db, personId)),
    ...(await listActsBy(db, personId)),
  ],
  erase: async (trx, _clock, personId) => {
    await eraseReportsBy(trx, personId)
  },
}
