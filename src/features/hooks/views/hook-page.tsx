import type { Subscription } from '#features/subscriptions/index.ts'
import { formatMoment } from '#ui/date.ts'
import { ButtonForm, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { kindLabels, stateLabels, triesAtMost } from '../hook.ts'
import type { Delivery, Hook } from '../stored-hooks.ts'
import { ChosenFields, hostOf } from './hooks-page.tsx'

interface HookPageProps {
  hook: Hook
  organisation: { name: string } | null
  /** Where it is managed. */
  path: string
  /** Right after it was made, and never again. */
  secret?: string
  subscriptions: Subscription[]
  chosen: string[]
  deliveries: Delivery[]
}

const Secret = ({ secret }: { secret: string }) => (
  <EmptyState title="Copy this secret now: it is not shown again">
    <Input
      name="secret"
      id="secret"
      label="Secret to check signatures with"
      value={secret}
      readonly
      spellcheck={false}
    />
  </EmptyState>
)

const HowSigned = () => (
  <>
    <SectionHeading>How to check that a message is ours</SectionHeading>
    <p class="govuk-body">
      Each message has the headers <code>webhook-id</code>, <code>webhook-timestamp</code> (seconds since
      1970) and <code>webhook-signature</code>, as Standard Webhooks has them. Take the secret without{' '}
      <code>whsec_</code>, decode it from base64, and make the HMAC-SHA256 of id, timestamp and body with a
      full stop between each. In base64 and after <code>v1,</code> that is the signature. Refuse what is older
      than five minutes, and what has an id that you have had.
    </p>
  </>
)

const DeliveryRow = ({ path, delivery }: { path: string; delivery: Delivery }) => {
  const { id, state, tries, answer, made_at } = delivery
  return (
    <li class="app-row">
      <p class="app-row__title">{stateLabels[state]}</p>
      <MetaLine items={[formatMoment(made_at), tries > 0 && `${tries} of ${triesAtMost} tries`, answer]} />
      {state !== 'waiting' && (
        <ButtonForm action={`${path}/replay`} fields={{ delivery: id }} look="secondary">
          Send again
          <span class="govuk-visually-hidden"> what was made at {formatMoment(made_at)}</span>
        </ButtonForm>
      )}
    </li>
  )
}

/** One chat or program: what goes there, and what came of it. */
export const HookPage = ({
  hook,
  organisation,
  path,
  secret,
  subscriptions,
  chosen,
  deliveries,
}: HookPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">{hook.name}</h1>
      <MetaLine items={[kindLabels[hook.kind], hostOf(hook)]} />
      {secret && <Secret secret={secret} />}
      {subscriptions.length > 0 && (
        <PostForm action={path}>
          <ChosenFields
            organisation={organisation}
            subscriptions={subscriptions}
            isChosen={id => chosen.includes(id)}
          />
          <Button>Save</Button>
        </PostForm>
      )}
      <SectionHeading>What was sent</SectionHeading>
      {deliveries.length === 0 ? (
        <EmptyState title="Nothing yet">
          <p class="govuk-body">There is a message when something new is found, and else none.</p>
        </EmptyState>
      ) : (
        <ul class="govuk-list">
          {deliveries.map(delivery => (
            <DeliveryRow path={path} delivery={delivery} />
          ))}
        </ul>
      )}
      {hook.kind === 'webhook' && <HowSigned />}
      <SectionHeading>Take it away</SectionHeading>
      <p class="govuk-body">Nothing more is sent there. The subscriptions stay.</p>
      <ButtonForm action={`${path}/end`} look="warning">
        Take it away
      </ButtonForm>
    </Column>
  </Row>
)
