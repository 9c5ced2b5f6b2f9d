import type { Export } from '#plumbing/export.ts'
import { listNoticeIds, listWholeNotices } from './page-queries.ts'
import { publicFields, publicNotice } from './public-notice.ts'

const rowsAtOnce = 200

export const notices: Export = {
  name: 'notices',
  describes: 'Procurement notices of councils on the Digital Marketplace, 2016 to 2018',
  fields: publicFields,
  rows: async function* (db) {
    const ids = await listNoticeIds(db)
    for (let start = 0; start < ids.length; start += rowsAtOnce) {
      const found = await listWholeNotices(db, ids.slice(start, start + rowsAtOnce))
      yield found.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(publicNotice)
    }
  },
}
