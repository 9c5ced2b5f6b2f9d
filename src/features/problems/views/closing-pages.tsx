import type { ComponentChildren } from 'preact'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { ownPath, type Problem } from '../problem.ts'

interface ClosingPageProps {
  problem: Problem
  form: FormState
  /** What else is said with it unless the tick is taken away. */
  also: string[]
  /** The last part of the address. */
  to: 'withdrawal' | 'solution'
  heading: string
  says: ComponentChildren
  label: string
  hint: string
  button: string
}

const Also = ({ form, labels }: { form: FormState; labels: string[] }) => {
  const { field, isChosen } = choiceIn(form, 'also')
  return (
    <Checkboxes {...field} items={[{ value: 'yes', label: labels.join(' '), checked: isChosen('yes') }]} />
  )
}

const ClosingPage = ({ problem, form, also, to, heading, says, label, hint, button }: ClosingPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{problem.title}</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">{says}</p>
      <PostForm action={`${ownPath(problem)}/${to}`}>
        <Textarea {...fieldIn(form, 'note')} label={label} labelClass="govuk-label--s" hint={hint} rows={5} />
        {also.length > 0 && <Also form={form} labels={also} />}
        <Button class={to === 'withdrawal' ? 'govuk-button--warning' : undefined}>{button}</Button>
      </PostForm>
    </Column>
  </Row>
)

type OnProblem = Pick<ClosingPageProps, 'problem' | 'form' | 'also'>

export const WithdrawPage = (props: OnProblem) => (
  <ClosingPage
    {...props}
    to="withdrawal"
    heading="Withdraw this problem"
    says="It leaves the lists, the search and the open data. Its page stays at its address, and says that and why it was withdrawn."
    label="Why it is withdrawn"
    hint="For example: it was a duplicate, or the service has ended. Everyone who may see the page reads this."
    button="Withdraw it"
  />
)

export const SolvePage = (props: OnProblem) => (
  <ClosingPage
    {...props}
    to="solution"
    heading="Mark this problem as solved"
    says="It stays in the lists and the search, so that others who have it learn from you."
    label="How it was solved"
    hint="What you did, what it took and how you know that it helped. Links to code, research or documents go under “How we know”."
    button="Mark it as solved"
  />
)

export const DiscardPage = ({ problem }: { problem: Problem }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{problem.title}</span>
      <h1 class="govuk-heading-l">Discard this draft?</h1>
      <p class="govuk-body">
        What was written in it is lost, for you and for everyone in {problem.organisation.name}.
      </p>
      <ButtonForm action={`${ownPath(problem)}/removal`} look="warning">
        Discard it
      </ButtonForm>
      <p class="govuk-body">
        <Link href={ownPath(problem)}>Keep it</Link>
      </p>
    </Column>
  </Row>
)
