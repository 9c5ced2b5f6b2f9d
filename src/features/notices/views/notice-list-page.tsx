import { type WorkList, WorkListPage } from '#features/related-work/index.ts'
import { formatDate } from '#ui/date.ts'
import type { Facet } from '#ui/filter.tsx'
import { countOf, formatMoney } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import type { ListedNotice } from '../list-queries.ts'
import { statusOf } from '../notice.ts'

const NoticeCard = ({ notice }: { notice: ListedNotice }) => {
  const { slug, title, buyer, published_on, status, supplier, amount_pounds } = notice
  return (
    <ResultRow
      title={title}
      href={`/notices/${slug}`}
      headingLevel={2}
      who={buyer}
      meta={[
        formatDate(published_on),
        statusOf(status).toLowerCase(),
        supplier && `won by ${supplier}`,
        amount_pounds !== null && formatMoney(amount_pounds),
      ]}
    />
  )
}

export type NoticeListPageProps = {
  count: number
  notices: ListedNotice[]
  facets: Facet[]
  isFiltered: boolean
  lists: WorkList[]
  hrefs: { previous?: string; next?: string }
}

export const NoticeListPage = ({ count, notices, ...list }: NoticeListPageProps) => (
  <WorkListPage
    counted={countOf(count, 'procurement notice')}
    lead="What councils sought from suppliers of digital work, who won it and for how much. From the Digital Marketplace, 2016 to 2018."
    path="/notices"
    words={{ one: 'notice', many: 'notices' }}
    {...list}
  >
    {notices.map(notice => (
      <NoticeCard key={notice.id} notice={notice} />
    ))}
  </WorkListPage>
)
