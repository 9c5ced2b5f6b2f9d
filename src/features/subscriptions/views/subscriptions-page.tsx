import { mailPath } from '#features/inbound-mail/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
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
import {
  type Frequency,
  frequencyLabels,
  type Level,
  levelLabels,
  organisationSubscriptionsPath,
} from '../subscription.ts'
import { MailboxSection } from './mailbox-section.tsx'

interface SubscriptionsPageProps {
  title: string
  recipient: Recipient | undefined
  /** Whose they are; null for a person's own. */
  organisation: OrganisationName | null
  /** The mailbox that was asked and has not answered. */
  asked: { address: string; asked_at: Date } | undefined
  subscriptions: Subscription[]
  /** On a person's own: the organisations that they lead. */
  led: OrganisationName[]
  form: FormState
  /** The path of this page, and of what is done from it: of someone signed in, or of a link in a mail. */
  base: string
  /** Someone with an account sees what was sent, and other ways than mail. */
  isSignedIn?: true
  channels: Slots['channels'][]
}

const stoppedWords = {
  asked: 'All mail of these subscriptions was stopped',
  bounced: 'Mail came back, so we stopped sending it',
  complained: 'Mail was reported as unwanted, so we stopped sending it',
}

const HowToBegin = ({ recipient }: { recipient: Recipient }) =>
  recipient.person_id === null ? (
    <p class="govuk-body">Give the address of the mailbox again, or another, to begin again.</p>
  ) : (
    <p class="govuk-body">
      <Link href={mailPath}>Confirm your address</Link> to begin again.
    </p>
  )

const Stopped = ({ recipient, base }: { recipient: Recipient; base: string }) => (
  <EmptyState
    title={`${stoppedWords[recipient.stopped_for!]} on ${formatDate(londonDay(recipient.stopped_at!))}`}
  >
    <p class="govuk-body">What was asked for is kept, and no mail is sent.</p>
    {recipient.stopped_for === 'asked' ? (
      <ButtonForm action={`${base}/resume`}>Send mail again</ButtonForm>
    ) : (
      <HowToBegin recipient={recipient} />
    )}
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
        hint="The best are sent: what several subscriptions find, then what is newest. The rest stand on the page of what was sent."
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

const NothingYet = ({ organisation }: Pick<SubscriptionsPageProps, 'organisation'>) => (
  <EmptyState
    title={`${organisation?.name ?? 'You'} ${organisation ? 'has' : 'have'} not asked to be told of anything`}
  >
    <p class="govuk-body">
      Any search can be kept: <Link href="/search">search</Link>, and follow “Be told of what is new”
      {organisation && `, then choose ${organisation.name}`}. Each problem, project, council, service and
      product has such a link too, and so have the contracts that end together.
    </p>
  </EmptyState>
)

const Led = ({ led }: { led: OrganisationName[] }) => (
  <>
    <SectionHeading>For your organisation</SectionHeading>
    <ul class="govuk-list">
      {led.map(({ name, slug }) => (
        <li>
          <Link href={organisationSubscriptionsPath(slug)}>What {name} is told of</Link>, in its shared
          mailbox and its chats
        </li>
      ))}
    </ul>
  </>
)

const AllOfIt = ({ base }: { base: string }) => (
  <>
    <SectionHeading>All of it</SectionHeading>
    <ButtonForm action={`${base}/stop`} look="secondary">
      Stop all mail of subscriptions
    </ButtonForm>
  </>
)

/** All that a recipient is told of, and the way to change it. */
export const SubscriptionsPage = (props: SubscriptionsPageProps) => {
  const { title, recipient, organisation, asked, subscriptions, led, form, base, isSignedIn, channels } =
    props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">{title}</h1>
        {organisation && (
          <p class="govuk-body">
            Every lead of {organisation.name} sees this and can change it. A mailbox is read by many, so what
            it is told is only what everyone can see on this site.
          </p>
        )}
        {organisation && isSignedIn && (
          <MailboxSection organisation={organisation} recipient={recipient} asked={asked} form={form} />
        )}
        {recipient?.stopped_at && <Stopped recipient={recipient} base={base} />}
        {organisation && <SectionHeading>What it is told of</SectionHeading>}
        {subscriptions.length === 0 ? (
          <NothingYet organisation={organisation} />
        ) : (
          <ul class="govuk-list">
            {subscriptions.map(subscription => (
              <SubscriptionRow subscription={subscription} base={base} />
            ))}
          </ul>
        )}
        {channels.length > 0 && <OtherWays channels={channels} />}
        {led.length > 0 && <Led led={led} />}
        {recipient && <HowMuch form={form} base={base} />}
        {recipient && !recipient.stopped_at && <AllOfIt base={base} />}
        {isSignedIn && (
          <p class="govuk-body">
            <Link href={`${base}/sent`}>What we sent {organisation?.name ?? 'you'}, and why</Link>
          </p>
        )}
      </Column>
    </Row>
  )
}
