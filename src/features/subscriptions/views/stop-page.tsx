import { ButtonForm } from '#ui/form.tsx'
import { Column, Row } from '#ui/grid.tsx'

/** Asks once more: programs that look through mail open its links, and must not stop it. */
export const StopPage = ({ action }: { action: string }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Stop all mail of your subscriptions?</h1>
      <p class="govuk-body">What you asked for is kept, and you can have mail sent again at any time.</p>
      <ButtonForm action={action} look="warning">
        Stop it
      </ButtonForm>
    </Column>
  </Row>
)
