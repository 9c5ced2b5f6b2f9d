import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'

/** For someone with an account whom no organisation has confirmed yet. */
export const NoOrganisationPage = () => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">For whom do you speak?</h1>
      <p class="govuk-body-l">
        That an organisation has a problem too is said by those who speak for it, and you speak for none just
        now.
      </p>
      <p class="govuk-body">
        Say which one you belong to. Where your address does not show it, someone there confirms you; then
        come back to this page.
      </p>
      <Button href="/account/organisations">Choose an organisation</Button>
    </Column>
  </Row>
)
