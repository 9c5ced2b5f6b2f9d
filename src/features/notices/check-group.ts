import { listWorkContexts } from '#features/related-work/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import { statusOf } from './notice.ts'
import { listWholeNotices } from './page-queries.ts'
import { summaryOf } from './searchable.ts'

export const notices: Slots['check'] = {
  group: 'notices',
  kind: 'notice',
  rows: async (db, ids) => {
    const found = await listWholeNotices(db, ids)
    const contexts = await listWorkContexts(db, ids)
    return found.map(notice => {
      const { services, sentences, same } = contexts.get(notice.id)!
      const { buyer, buyer_type, organisation_id, published_on, amount_pounds } = notice
      return {
        id: notice.id,
        url: `/notices/${notice.slug}`,
        title: notice.title,
        organisation:
          organisation_id && buyer.slug
            ? { id: organisation_id, name: buyer.name, slug: buyer.slug, type: buyer_type ?? undefined }
            : undefined,
        with: [],
        meta: [formatDate(published_on), ...(amount_pounds === null ? [] : [formatMoney(amount_pounds)])],
        outcome: statusOf(notice.status),
        text: summaryOf(notice),
        ownWords: [notice.title],
        editorsNotes: sentences,
        services,
        same,
        source: { name: notice.source_name, url: notice.source_url ?? undefined, asOf: notice.source_as_of },
        follow: notice.source_url ? [{ label: 'Read the notice', href: notice.source_url }] : [],
      }
    })
  },
}
