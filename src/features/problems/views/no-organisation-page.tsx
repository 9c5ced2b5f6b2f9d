import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'

/** For someone who has an account, and no organisation in whose name they could write. */
export const NoOrganisationPage = () => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">For whom do you speak?</h1>
      <p class="govuk-body-l">A problem is published by an organisation, and you speak for none just now.</p>
      <p class="govuk-body">
        Say which one you belong to. Where your address does not show it, someone there confirms you. What you
        wrote before stays in the address of this page: keep it, and come back to it.
      </p>
      <Button href="/account/organisations">Choose an organisation</Button>
    </Column>
  </Row>
)
