import { ButtonForm } from '#ui/form.tsx'
import { Column, Row } from '#ui/grid.tsx'

interface StopPageProps {
  action: string
  /** Whose mailbox it is about; null for a person. */
  organisation: { name: string } | null
}

/** Asks once more: programs that look through mail open its links, and must not stop it. */
export const StopPage = ({ action, organisation }: StopPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">
        Stop all mail of {organisation ? `${organisation.name}’s` : 'your'} subscriptions?
      </h1>
      <p class="govuk-body">What was asked for is kept, and mail can be sent again at any time.</p>
      <ButtonForm action={action} look="warning">
        Stop it
      </ButtonForm>
    </Column>
  </Row>
)
