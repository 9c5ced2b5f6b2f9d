import { formatMoment } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import type { CountedPage } from '../chart-queries.ts'
import { insightPath, suppliersPath } from '../choices.ts'
import type { Offered } from '../chosen-queries.ts'
import { type Chosen, sayChosen } from '../places.ts'
import { ChartSections, OnThisPage } from './chart-section.tsx'
import { ChoiceForm } from './choice-form.tsx'

export type SuppliersPageProps = { offered: Offered; chosen: Chosen; counted: CountedPage }

const Rules = () => (
  <Aside title="What this page will never do">
    <ul class="govuk-list govuk-list--bullet">
      <li>Sell a place: nobody can pay to be seen, here or anywhere else on Pipeline.</li>
      <li>Give out addresses of people. Whoever wants to hear from you says so in public.</li>
      <li>Rank suppliers.</li>
      <li>
        Show what a problem costs one council: the bands are summed, and only where three or more gave one.
      </li>
    </ul>
  </Aside>
)

const BeingFound = () => (
  <Aside title="How councils find you">
    <ul class="govuk-list govuk-list--bullet">
      <li>
        By the work you did: each published notice, contract and system leads to your page.{' '}
        <Link href="/organisations">Look for it</Link>.
      </li>
      <li>
        <Link href="/organisation-additions/new">Ask for a page</Link> where there is none.
      </li>
      <li>
        Something said of your product is not right? You have a right of reply, which is shown beside it: open
        the product from <Link href="/systems">the systems that councils run</Link>.
      </li>
      <li>
        <Link href="/report">Report</Link> what should not be here at all.
      </li>
    </ul>
  </Aside>
)

/** What suppliers may know of all councils together. */
export const SuppliersPage = ({ offered, chosen, counted }: SuppliersPageProps) => {
  const name = sayChosen(chosen)
  const { charts, countedAt } = counted
  return (
    <>
      <h1 class="govuk-heading-xl">
        {name && <span class="govuk-caption-xl">For suppliers</span>}
        {name ?? 'For suppliers'}
      </h1>
      <Row>
        <Column share="two-thirds">
          <p class="govuk-body-l">
            Where councils need the same, what they plan, and when their contracts end. It is the same for
            every supplier, large or small, and everyone may read it.
          </p>
          <p class="govuk-body app-filter-link">
            <Link href="#filter">Narrow down to a service, place or type</Link>
          </p>
          <ChartSections charts={charts} choices={chosen.choices} />
          {countedAt && <p class="app-source">Counted on {formatMoment(countedAt)}; each hour anew.</p>}
        </Column>
        <Column share="one-third">
          <ChoiceForm offered={offered} choices={chosen.choices} action={suppliersPath} />
          <OnThisPage charts={charts} />
          <Rules />
          <BeingFound />
          <Aside title="More to read">
            <ul class="govuk-list">
              <li>
                <Link href="/horizon">Contracts that end in the next three years</Link>
              </li>
              <li>
                <Link href="/ocds">Planned projects for procurement systems</Link>
              </li>
              <li>
                <Link href={insightPath(chosen.choices)}>Insights{name && `: ${name}`}</Link>
              </li>
            </ul>
          </Aside>
        </Column>
      </Row>
    </>
  )
}
