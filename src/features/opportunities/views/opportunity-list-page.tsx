import { type CuratorQueue, CuratorQueues } from '#features/accounts/index.ts'
import { formatDate } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { type Facet, FilterLink, FilterPanel, KeysetPagination } from '#ui/filter.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { shortened } from '#ui/shortened.ts'
import { sayRange, sumOfBands } from '../money.ts'
import { opportunityPath, writingPath } from '../opportunity.ts'
import type { WholeOpportunity } from '../opportunity-queries.ts'
import { sayOpenSeats } from '../seats.ts'
import { costsOf } from '../things-of-need.ts'

interface OpportunityListPageProps {
  count: number
  opportunities: WholeOpportunity[]
  /** For curators: what was found or written and waits for them. */
  proposed: WholeOpportunity[]
  isCurator: boolean
  queues: CuratorQueue[]
  facets: Facet[]
  isFiltered: boolean
  /** 'YYYY-MM-DD' */
  today: string
  hrefs: { previous?: string; next?: string }
}

const mostOrganisations = 3

const sayWho = ({ organisations }: WholeOpportunity) => {
  const named = organisations.slice(0, mostOrganisations).map(({ shortName }) => shortName)
  const more = organisations.length - named.length
  return more > 0 ? `${named.join(', ')} and ${countOf(more, 'other')}` : named.join(', ')
}

const Card = ({ opportunity, today }: { opportunity: WholeOpportunity; today: string }) => {
  const { slug, title, summary, label, organisations, services, call } = opportunity
  const money = sumOfBands(costsOf(opportunity))
  const isOpen = call !== null && call.ends_on >= today
  const open = isOpen ? sayOpenSeats(call.seats) : ''
  return (
    <ResultRow
      title={title}
      href={opportunityPath(slug)}
      headingLevel={2}
      who={countOf(organisations.length, 'organisation')}
      tag={isOpen ? 'Looking for partners' : undefined}
      meta={[services[0]?.name, money && `${sayRange(money)} a year`, sayWho(opportunity)]}
      why={
        isOpen && (
          <>
            {open ? `Needs ${open}` : 'Everyone it needs has said they would join'} by{' '}
            {formatDate(call.ends_on)}
          </>
        )
      }
    >
      {summary ? shortened(summary) : label.length > 0 && `Words they share: ${label.join(', ')}`}
    </ResultRow>
  )
}

/** Common needs, the widest first. */
export const OpportunityListPage = (props: OpportunityListPageProps) => {
  const { count, opportunities, proposed, isCurator, facets, isFiltered, today, hrefs } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">
          {countOf(count, 'common need')}
          {isFiltered && ' found'}
        </h1>
        <p class="govuk-body-l">
          What several organisations need, and nobody works on yet: for councils that would do it together,
          and for those who could build it with them. Nobody can pay to stand here.
        </p>
        <FilterLink facets={facets} />
        {opportunities.map(opportunity => (
          <Card key={opportunity.id} opportunity={opportunity} today={today} />
        ))}
        <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
        {count === 0 && <NoOpportunities isFiltered={isFiltered} />}
        {proposed.length > 0 && (
          <section>
            <SectionHeading lead="Found at night, or written by a curator. Only curators see them until one publishes them.">
              Proposed ({proposed.length})
            </SectionHeading>
            {proposed.map(opportunity => (
              <Card key={opportunity.id} opportunity={opportunity} today={today} />
            ))}
          </section>
        )}
      </Column>
      <Column share="one-third">
        {isCurator && (
          <Aside title="For curators">
            <p class="govuk-body">
              <Link href={writingPath}>Write a common need</Link> that the night has not found.
            </p>
          </Aside>
        )}
        <FilterPanel action="/opportunities" facets={facets} clearHref="/opportunities" />
        <CuratorQueues queues={props.queues} here="/opportunities" />
      </Column>
    </Row>
  )
}

const NoOpportunities = ({ isFiltered }: { isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState title="No common need fits all of these filters">
      <p class="govuk-body">
        Take away a filter, or <Link href="/opportunities">see all common needs</Link>.
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="No common need is published yet">
      <p class="govuk-body">
        Each night Pipeline looks for what three organisations or more have in common. Until then, see{' '}
        <Link href="/problems">the problems</Link> and <Link href="/fund/applications">the bids</Link> that it
        looks at.
      </p>
    </EmptyState>
  )
