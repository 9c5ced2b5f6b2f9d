import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'

/** For someone whose organisation is no public body. */
export const OnlyPublicBodiesPage = ({ says, organisation }: { says: string; organisation: string }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Councils and other public bodies write this</h1>
      <p class="govuk-body-l">
        {says}. You speak for {organisation} just now.
      </p>
      <p class="govuk-body">
        What is wrong on a page can be reported by anyone, at its foot.{' '}
        <Link href="/tools">See all tools</Link>.
      </p>
    </Column>
  </Row>
)
