import { ButtonForm } from '#ui/form.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'

interface MailboxPageProps {
  address: string
  organisation: string
  action: string
}

/** Asks whoever reads a shared mailbox. */
export const MailboxPage = ({ address, organisation, action }: MailboxPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">May Pipeline write to {address}?</h1>
      <p class="govuk-body">
        A lead of {organisation} asked that what the organisation is told of comes to this mailbox: new
        problems, projects, contracts and calls, in one mail at a time. Only what is public is sent, and each
        mail has a link to stop it.
      </p>
      <ButtonForm action={action}>Yes, send it here</ButtonForm>
      <p class="govuk-body">To say no, do nothing.</p>
    </Column>
  </Row>
)

/** Says that mail comes from now on. */
export const MailboxTakenPage = ({ address, organisation }: Omit<MailboxPageProps, 'action'>) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Mail goes to {address} from now on</h1>
      <p class="govuk-body">
        What {organisation} asked to be told of comes here. Each mail has a link to change or stop it, and the
        leads of {organisation} can do so too.
      </p>
      <p class="govuk-body">
        <Link href="/">To the first page</Link>
      </p>
    </Column>
  </Row>
)
