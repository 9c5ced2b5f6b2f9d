import { type Export, inPages } from '#plumbing/export.ts'
import { listApplicationIds, listWholeApplications } from './page-queries.ts'
import { publicApplication, publicFields } from './public-application.ts'

export const fundApplications: Export = {
  name: 'fund-applications',
  describes: 'Bids to the Local Digital Fund with their outcomes; partial',
  fields: publicFields,
  rows: async function* (db) {
    const ids = await listApplicationIds(db)
    yield* inPages(ids, async page => (await listWholeApplications(db, page)).map(publicApplication))
  },
}
