import { type Export, inPages } from '#plumbing/export.ts'
import { listNoticeIds, listWholeNotices } from './page-queries.ts'
import { publicFields, publicNotice } from './public-notice.ts'

export const notices: Export = {
  name: 'notices',
  describes: 'Procurement notices of councils on the Digital Marketplace, 2016 to 2018',
  fields: publicFields,
  rows: async function* (db) {
    const ids = await listNoticeIds(db)
    yield* inPages(ids, async page => (await listWholeNotices(db, page)).map(publicNotice))
  },
}
