import { sayPartners, type WorkList, WorkListNavigation } from '#features/related-work/index.ts'
import { type Facet, FilterLink, FilterPanel, KeysetPagination } from '#ui/filter.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import { sayRound } from '../application-list.ts'
import { kindWords } from '../fund-application.ts'
import type { ListedApplication } from '../list-queries.ts'

export const ApplicationCard = ({ application }: { application: ListedApplication }) => {
  const { slug, title, kind, round, outcome, problem_summary, organisation, partners } = application
  return (
    <ResultRow
      title={title}
      href={`/fund/applications/${slug}`}
      headingLevel={2}
      who={organisation ?? 'Lead not known'}
      meta={[
        sayPartners(partners),
        kindWords[kind].toLowerCase(),
        round && sayRound(round).toLowerCase(),
        <strong>{outcome}</strong>,
      ]}
    >
      {problem_summary}
    </ResultRow>
  )
}

export type ApplicationListPageProps = {
  count: number
  applications: ListedApplication[]
  facets: Facet[]
  isFiltered: boolean
  lists: WorkList[]
  hrefs: { previous?: string; next?: string }
}

export const ApplicationListPage = (props: ApplicationListPageProps) => {
  const { count, applications, facets, isFiltered, lists, hrefs } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">
          {`${formatCount(count)} ${count === 1 ? 'bid' : 'bids'} to the Local Digital Fund`}
          {isFiltered && ' found'}
        </h1>
        <p class="govuk-body">
          What councils asked money for, with what became of it. A refused bid names a need that was real
          enough to be written down. These records are partial: the first round alone had 389 expressions of
          interest.
        </p>
        <WorkListNavigation lists={lists} current="/fund/applications" />
        <FilterLink />
        {applications.length > 0 ? (
          applications.map(application => <ApplicationCard key={application.id} application={application} />)
        ) : (
          <EmptyState title={isFiltered ? 'No bid fits all of these filters' : 'There are no bids yet'}>
            <p class="govuk-body">
              {isFiltered ? (
                <>
                  Take away a filter, or <Link href="/fund/applications">see all bids</Link>.
                </>
              ) : (
                'Bids appear here when they have been imported.'
              )}
            </p>
          </EmptyState>
        )}
        <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
      </Column>
      <Column share="one-third">
        <FilterPanel action="/fund/applications" facets={facets} clearHref="/fund/applications" />
      </Column>
    </Row>
  )
}
