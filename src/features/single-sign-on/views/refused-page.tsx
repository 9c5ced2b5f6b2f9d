import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'

interface RefusedPageProps {
  title: string
  says: string
  /** Where the sign-in begins again. */
  again: string
}

/** For whoever comes back from a provider and is not let in. */
export const RefusedPage = ({ title, says, again }: RefusedPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{says}</p>
      <Button href={again}>Try again</Button>
      <p class="govuk-body">
        <Link href="/sign-in">Sign in by mail</Link>
      </p>
    </Column>
  </Row>
)
