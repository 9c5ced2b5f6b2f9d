import type { Subscription } from '#features/subscriptions/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { hookKinds, kindHints, kindLabels } from '../hook.ts'
import type { Hook } from '../stored-hooks.ts'

const small = { legendClass: 'govuk-fieldset__legend--s' }

export const hostOf = ({ address }: Pick<Hook, 'address'>) => URL.parse(address)?.host ?? ''

interface ChosenProps {
  /** Whose they are; null for a person's own. */
  organisation: { name: string } | null
  subscriptions: Pick<Subscription, 'id' | 'title'>[]
  isChosen(id: string): boolean
}

/** Which subscriptions go there. */
export const ChosenFields = ({ organisation, subscriptions, isChosen }: ChosenProps) => (
  <Checkboxes
    name="subscriptions"
    idPrefix="subscriptions"
    fieldset={{
      legend: `Which of ${organisation ? `${organisation.name}’s` : 'your'} subscriptions go there?`,
      ...small,
    }}
    hint="What they find from now on is sent within minutes, whatever was chosen for mail"
    items={subscriptions.map(({ id, title }) => ({ value: id, label: title, checked: isChosen(id) }))}
  />
)

interface HooksPageProps {
  hooks: Hook[]
  subscriptions: Subscription[]
  organisation: { name: string } | null
  form: FormState
  base: string
}

/** The chats and programs to which what a person or an organisation is told of is sent, and a new one. */
export const HooksPage = ({ hooks, subscriptions, organisation, form, base }: HooksPageProps) => {
  const kind = choiceIn(form, 'kind')
  const chosen = choiceIn(form, 'subscriptions')
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Chats and webhooks</h1>
        <p class="govuk-body">
          What {organisation ? `${organisation.name}’s` : 'your'} subscriptions find can go to a channel of
          Teams or Slack, or to a program. Only what is public on this site is sent, and each thing says for
          which subscription.
          {organisation && ' Every lead sees this and can change it.'}
        </p>
        {hooks.length > 0 && (
          <ul class="govuk-list">
            {hooks.map(hook => (
              <li class="app-row">
                <p class="app-row__title">
                  <Link href={`${base}/${hook.id}`}>{hook.name}</Link>
                </p>
                <MetaLine items={[kindLabels[hook.kind], hostOf(hook)]} />
              </li>
            ))}
          </ul>
        )}
        <SectionHeading>Add one</SectionHeading>
        <PostForm action={base}>
          <Radios
            {...kind.field}
            fieldset={{ legend: 'Where does it go?', ...small }}
            items={hookKinds.map(value => ({
              value,
              label: kindLabels[value],
              hint: kindHints[value],
              checked: kind.isChosen(value),
            }))}
          />
          <Input {...fieldIn(form, 'name')} label="What to call it" hint="For example, the channel’s name" />
          <Input
            {...fieldIn(form, 'address')}
            label="Address"
            hint="It begins with https://. Whoever knows it can write there, so it is not shown again"
            type="url"
            spellcheck={false}
            autocomplete="off"
          />
          {subscriptions.length > 0 ? (
            <ChosenFields
              organisation={organisation}
              subscriptions={subscriptions}
              isChosen={chosen.isChosen}
            />
          ) : (
            <p class="govuk-body">
              There are no subscriptions yet: <Link href="/search">search</Link>, and follow “Be told of what
              is new”.
            </p>
          )}
          <Button>Add</Button>
        </PostForm>
      </Column>
    </Row>
  )
}
