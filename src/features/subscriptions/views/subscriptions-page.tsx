import type { Slots } from '#plumbing/feature.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { ActionLine, MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { Recipient, Subscription } from '../stored-subscriptions.ts'
import { type Frequency, frequencyLabels, type Level, levelLabels } from '../subscription.ts'

interface SubscriptionsPageProps {
  recipient: Recipient | undefined
  subscriptions: Subscription[]
  form: FormState
  /** The path of this page, and of what is done from it: of someone signed in, or of a link in a mail. */
  base: string
  /** Where what was sent is shown, to those who are signed in. */
  sentHref?: string
  /** Other ways than mail, for those who are signed in. */
  channels?: Slots['channels'][]
}

const stoppedWords = {
  asked: 'You stopped all mail of your subscriptions',
  bounced: 'Mail to you came back, so we stopped sending it',
  complained: 'Mail to you was reported as unwanted, so we stopped sending it',
}

const Stopped = ({ recipient, base }: { recipient: Recipient; base: string }) => (
  <EmptyState
    title={`${stoppedWords[recipient.stopped_for!]} on ${formatDate(londonDay(recipient.stopped_at!))}`}
  >
    <p class="govuk-body">What you asked for is kept, and nothing is sent.</p>
    <ButtonForm action={`${base}/resume`}>Send mail again</ButtonForm>
  </EmptyState>
)

const SubscriptionRow = ({ subscription, base }: { subscription: Subscription; base: string }) => {
  const { id, title, address, level, frequency, created_at } = subscription
  return (
    <li class="app-row">
      <p class="app-row__title">
        <Link href={address}>{title}</Link>
      </p>
      <MetaLine
        items={[
          levelLabels[level as Level],
          level !== 'mute' && frequencyLabels[frequency as Frequency].toLowerCase(),
          `since ${formatDate(londonDay(created_at))}`,
        ]}
      />
      <ActionLine about={title} actions={[{ label: 'Change or end', href: `${base}/${id}` }]} />
    </li>
  )
}

const HowMuch = ({ form, base }: { form: FormState; base: string }) => (
  <>
    <SectionHeading>How much</SectionHeading>
    <PostForm action={`${base}/limit`}>
      <Input
        {...fieldIn(form, 'most')}
        label="How many things a week at most (optional)"
        hint="The best are sent: what several of your subscriptions find, then what is newest. The rest stand on your page."
        class="govuk-input--width-3"
        inputmode="numeric"
      />
      <Button class="govuk-button--secondary">Save</Button>
    </PostForm>
  </>
)

const OtherWays = ({ channels }: { channels: Slots['channels'][] }) => (
  <>
    <SectionHeading>Other ways than mail</SectionHeading>
    <ul class="govuk-list">
      {channels.map(({ label, says, href }) => (
        <li class="app-row">
          <p class="app-row__title">
            <Link href={href}>{label}</Link>
          </p>
          <p class="app-row__text">{says}</p>
        </li>
      ))}
    </ul>
  </>
)

/** All that a recipient is told of, and the way to change it. */
export const SubscriptionsPage = ({
  recipient,
  subscriptions,
  form,
  base,
  sentHref,
  channels = [],
}: SubscriptionsPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">What you are told of</h1>
      {recipient?.stopped_at && <Stopped recipient={recipient} base={base} />}
      {subscriptions.length === 0 ? (
        <EmptyState title="You have not asked to be told of anything">
          <p class="govuk-body">
            Any search can be kept: <Link href="/search">search</Link>, and follow “Be told of what is new”.
            Each problem, project, council, service and product has such a link too.
          </p>
        </EmptyState>
      ) : (
        <ul class="govuk-list">
          {subscriptions.map(subscription => (
            <SubscriptionRow subscription={subscription} base={base} />
          ))}
        </ul>
      )}
      {channels.length > 0 && <OtherWays channels={channels} />}
      {recipient && (
        <>
          <HowMuch form={form} base={base} />
          {!recipient.stopped_at && (
            <>
              <SectionHeading>All of it</SectionHeading>
              <ButtonForm action={`${base}/stop`} look="secondary">
                Stop all mail of subscriptions
              </ButtonForm>
            </>
          )}
        </>
      )}
      {sentHref && (
        <p class="govuk-body">
          <Link href={sentHref}>What we sent you, and why</Link>
        </p>
      )}
    </Column>
  </Row>
)
