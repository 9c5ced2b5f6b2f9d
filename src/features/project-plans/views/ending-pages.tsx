import type { ComponentChildren } from 'preact'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { type Plan, planPath } from '../plan.ts'

interface EndingPageProps {
  plan: Plan
  form: FormState
  /** The last part of the address. */
  to: 'withdrawal' | 'stop'
  heading: string
  says: ComponentChildren
  label: string
  hint: string
  button: string
}

const EndingPage = ({ plan, form, to, heading, says, label, hint, button }: EndingPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">{says}</p>
      <PostForm action={`${planPath(plan.id)}/${to}`}>
        <Textarea {...fieldIn(form, 'note')} label={label} labelClass="govuk-label--s" hint={hint} rows={5} />
        <Button class={to === 'withdrawal' ? 'govuk-button--warning' : undefined}>{button}</Button>
      </PostForm>
    </Column>
  </Row>
)

type OnPlan = { plan: Plan; form: FormState }

export const WithdrawPage = (props: OnPlan) => (
  <EndingPage
    {...props}
    to="withdrawal"
    heading="Withdraw this project"
    says="It leaves the lists, the search and the open data. Its page stays at its address, and says that and why it was withdrawn."
    label="Why it is withdrawn"
    hint="For example: it was published twice. Everyone who may see the page reads this. If the work itself ended, say that it stopped instead."
    button="Withdraw it"
  />
)

export const StopPage = (props: OnPlan) => (
  <EndingPage
    {...props}
    to="stop"
    heading="Say that this project stopped"
    says="It stays in the lists and the search. Why something stopped saves others from the same way."
    label="Why it stopped"
    hint="Money, people, a law, a supplier, what users said. One or two honest sentences help most."
    button="Say that it stopped"
  />
)

export const DiscardPage = ({ plan }: { plan: Plan }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">Discard this draft?</h1>
      <p class="govuk-body">
        What was written in it is lost, for you and for everyone in {plan.organisation.name}.
      </p>
      <ButtonForm action={`${planPath(plan.id)}/removal`} look="warning">
        Discard it
      </ButtonForm>
      <p class="govuk-body">
        <Link href={planPath(plan.id)}>Keep it</Link>
      </p>
    </Column>
  </Row>
)
