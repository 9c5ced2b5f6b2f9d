import type { MailStop } from '#features/mail/index.ts'
import { ButtonForm } from '#ui/form.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { mailPath, saysStopped } from '../stop.ts'

const Stopped = ({ stop }: { stop: MailStop }) => (
  <>
    <p class="govuk-inset-text">{saysStopped(stop)}.</p>
    <p class="govuk-body">
      Since then we send you only what you ask for yourself, such as a mail to sign in. What you want to be
      told is kept.
    </p>
    <p class="govuk-body">
      To begin again, have a confirmation sent to {stop.address} and press the button that it leads to. If
      that is no longer your address, <Link href="/account/address">change it</Link>.
    </p>
    <ButtonForm action={`${mailPath}/confirmations`}>Send the confirmation</ButtonForm>
  </>
)

/** Whether mail to a person goes out, and what to do when it does not. */
export const MailPage = ({ stop }: { stop?: MailStop }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Mail to you</h1>
      {stop ? (
        <Stopped stop={stop} />
      ) : (
        <p class="govuk-body">
          Nothing stands in the way of mail to you.{' '}
          <Link href="/subscriptions">See what you are told of</Link>.
        </p>
      )}
    </Column>
  </Row>
)

/** Asks once more: programs that look through mail open its links, and cannot say that someone reads it. */
export const ConfirmationPage = ({ action }: { action: string }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Have mail sent to you again?</h1>
      <p class="govuk-body">You came here from a mail of ours, so it reaches you.</p>
      <ButtonForm action={action}>Send me mail again</ButtonForm>
    </Column>
  </Row>
)
