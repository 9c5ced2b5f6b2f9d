import { typeLabel } from '#features/organisations/index.ts'
import { listWorkContexts } from '#features/related-work/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import { categoryOf, specialistWords, statusOf } from './notice.ts'
import { listWholeNotices, type Notice } from './page-queries.ts'

/** "Digital outcomes sought by Hackney Council, won by FutureGov Ltd." */
export function summaryOf({ category, buyer, supplier }: Notice): string {
  const won = supplier ? `, won by ${supplier.name}` : ''
  return `${categoryOf(category)} sought by ${buyer.name}${won}.`
}

const metaOf = ({ published_on, status, amount_pounds }: Notice): string[] => [
  formatDate(published_on),
  statusOf(status).toLowerCase(),
  ...(amount_pounds === null ? [] : [formatMoney(amount_pounds)]),
]

export const searchable: Slots['searchable'] = {
  kind: 'notice',
  label: { one: 'procurement notice', many: 'procurement notices' },
  documents: async (db, ids) => {
    const notices = await listWholeNotices(db, ids)
    const contexts = await listWorkContexts(db, ids)
    return notices.map(notice => {
      const { services, areas, sentences } = contexts.get(notice.id)!
      const { buyer, supplier, buyer_type, buyer_region, phases, specialist } = notice
      return {
        id: notice.id,
        url: `/notices/${notice.slug}`,
        title: notice.title,
        summary: summaryOf(notice),
        says: '',
        text: [
          buyer.name,
          buyer.name_as_published,
          supplier?.name,
          specialist && specialistWords(specialist),
          ...phases,
          'Procurement notice',
        ]
          .filter(Boolean)
          .join('\n'),
        remarks: sentences,
        date: notice.published_on,
        facets: {
          services,
          areas,
          organisations: [notice.organisation_id, notice.supplier_id].filter(id => id !== null),
          regions: buyer_region ? [buyer_region] : [],
          organisationTypes: buyer_type ? [typeLabel(buyer_type)] : [],
          phase: null,
          outcome: statusOf(notice.status),
        },
        meta: [buyer.name, ...metaOf(notice)],
      }
    })
  },
}
