import { keepDays, type MailStop } from '#features/mail/index.ts'
import { formatMoment } from '#ui/date.ts'
import { ButtonForm } from '#ui/form.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
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

interface MailPageProps {
  stop?: MailStop
  mails: { id: string; subject: string | null; why: string | null; state: string; created_at: Date }[]
  hasMore: boolean
}

const stateWords: Record<string, string> = { waiting: 'on its way', refused: 'did not reach you' }

const Sent = ({ mails, hasMore }: Pick<MailPageProps, 'mails' | 'hasMore'>) => (
  <section>
    <SectionHeading>What we sent you, and why</SectionHeading>
    {mails.length === 0 && <p class="govuk-body">Nothing in the last {keepDays.mail} days.</p>}
    <ul class="govuk-list">
      {mails.map(({ id, subject, why, state, created_at }) => (
        <li key={id} class="app-row">
          <p class="app-row__title">{subject ?? 'A mail that is no longer kept'}</p>
          {why && <p class="app-row__text">{why}</p>}
          <MetaLine items={[formatMoment(created_at), stateWords[state]]} />
        </li>
      ))}
    </ul>
    {hasMore && (
      <p class="govuk-body">
        <Link href={`${mailPath}?before=${mails.at(-1)!.id}`}>Earlier mails</Link>
      </p>
    )}
    <p class="govuk-body">
      Each mail is named here for {keepDays.mail} days. For a year you see{' '}
      <Link href="/my/subscriptions/sent">which subscription asked for each thing you were told</Link>.
    </p>
  </section>
)

/** Whether mail to a person goes out, what to do when it does not, and why each mail of late was sent. */
export const MailPage = ({ stop, ...sent }: MailPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Mail to you</h1>
      {stop ? (
        <Stopped stop={stop} />
      ) : (
        <p class="govuk-body">
          As far as we know, our mail reaches you.{' '}
          <Link href="/my/subscriptions">See what you are told of</Link>.
        </p>
      )}
      <Sent {...sent} />
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
