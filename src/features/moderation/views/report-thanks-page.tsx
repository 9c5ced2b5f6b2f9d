import { Panel } from '#ui/govuk/panel.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'

/** After a report was taken in. */
export const ReportThanksPage = () => (
  <Row>
    <Column share="two-thirds">
      <Panel title="Thank you. Your report was sent" />
      <h2 class="govuk-heading-m">What happens now</h2>
      <p class="govuk-body">
        The curators have been told. One of them reads it beside what you reported, and either leaves it as it
        is, writes to the organisation, or takes it down and says why in its place.
      </p>
      <p class="govuk-body">If you left an address, you get a mail once that is decided.</p>
      <p class="govuk-body">
        <Link href="/report">How reporting works</Link>
      </p>
    </Column>
  </Row>
)
