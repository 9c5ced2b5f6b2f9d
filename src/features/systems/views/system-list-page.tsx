import { type Facet, FilterLink, FilterPanel, KeysetPagination } from '#ui/filter.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { EmptyState } from '#ui/section.tsx'
import type { ShownSystem } from '../system-queries.ts'
import { SystemRow } from './system-row.tsx'

export type SystemListPageProps = {
  count: number
  systems: ShownSystem[]
  facets: Facet[]
  isFiltered: boolean
  fileHref: string
  hrefs: { previous?: string; next?: string }
}

export const SystemListPage = ({
  count,
  systems,
  facets,
  isFiltered,
  fileHref,
  hrefs,
}: SystemListPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">
        {countOf(count, 'system')}
        {isFiltered && ' found'}
      </h1>
      <p class="govuk-body-l">Which council runs which product for which service, and who says so.</p>
      <p class="govuk-body">
        What is <strong>unconfirmed</strong> was read from lists and code that others keep in the open: it may
        be old or wrong. A council <strong>confirms</strong> or corrects its own list. Nothing is known here
        yet of finance, revenues, social care or housing.
      </p>
      <FilterLink facets={facets} />
      {systems.length > 0 ? (
        <>
          {systems.map(system => (
            <SystemRow key={system.id} system={system} />
          ))}
          <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
          <p class="govuk-body">
            <Link href={fileHref}>Download this list as CSV</Link>
          </p>
        </>
      ) : (
        <EmptyState title="No system fits all of these filters">
          <p class="govuk-body">
            Take away a filter, or <Link href="/systems">see all systems</Link>. A council that you know more
            of can say so on its own page.
          </p>
        </EmptyState>
      )}
    </Column>
    <Column share="one-third">
      <FilterPanel action="/systems" facets={facets} clearHref="/systems" />
    </Column>
  </Row>
)
