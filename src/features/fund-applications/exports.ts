import type { Export } from '#plumbing/export.ts'
import { listApplicationIds, listWholeApplications } from './page-queries.ts'
import { publicApplication, publicFields } from './public-application.ts'

const rowsAtOnce = 200

export const fundApplications: Export = {
  name: 'fund-applications',
  describes: 'Bids to the Local Digital Fund with their outcomes; partial',
  fields: publicFields,
  rows: async function* (db) {
    const ids = await listApplicationIds(db)
    for (let start = 0; start < ids.length; start += rowsAtOnce) {
      const bids = await listWholeApplications(db, ids.slice(start, start + rowsAtOnce))
      yield bids.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(publicApplication)
    }
  },
}
