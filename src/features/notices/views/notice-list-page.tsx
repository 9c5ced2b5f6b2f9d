import { type WorkList, WorkListNavigation } from '#features/related-work/index.ts'
import { formatDate } from '#ui/date.ts'
import { type Facet, FilterLink, FilterPanel, KeysetPagination } from '#ui/filter.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatMoney } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
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

export const NoticeListPage = ({ count, notices, facets, isFiltered, lists, hrefs }: NoticeListPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">
        {countOf(count, 'procurement notice')}
        {isFiltered && ' found'}
      </h1>
      <p class="govuk-body">
        What councils sought from suppliers of digital work, who won it and for how much. From the Digital
        Marketplace, 2016 to 2018.
      </p>
      <WorkListNavigation lists={lists} current="/notices" />
      <FilterLink />
      {notices.length > 0 ? (
        notices.map(notice => <NoticeCard key={notice.id} notice={notice} />)
      ) : (
        <EmptyState title={isFiltered ? 'No notice fits all of these filters' : 'There are no notices yet'}>
          <p class="govuk-body">
            {isFiltered ? (
              <>
                Take away a filter, or <Link href="/notices">see all notices</Link>.
              </>
            ) : (
              'Notices appear here when they have been imported.'
            )}
          </p>
        </EmptyState>
      )}
      <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
    </Column>
    <Column share="one-third">
      <FilterPanel action="/notices" facets={facets} clearHref="/notices" />
    </Column>
  </Row>
)
