import type { ComponentChildren } from 'preact'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { type Act, casePath } from '../moderation.ts'
import type { CasePageProps } from './case-page.tsx'

interface WordsFormProps {
  action: string
  form: FormState
  field: string
  label: string
  hint: string
  look?: 'secondary' | 'warning'
  children: ComponentChildren
}

const WordsForm = ({ action, form, field, label, hint, look, children }: WordsFormProps) => (
  <PostForm action={action}>
    <Textarea {...fieldIn(form, field)} label={label} hint={hint} rows={4} />
    <Button class={look && `govuk-button--${look}`}>{children}</Button>
  </PostForm>
)

const dismissalWords = {
  shown: { label: 'Why can it stay as it is?', button: 'Leave it as it is' },
  withheld: { label: 'Or why does it stay withheld?', button: 'Leave it withheld' },
  gone: { label: 'Why is there nothing left to do?', button: 'Close the case' },
}

/** What a curator may decide: the likely way stands open, the others are folded away until one goes wrong. */
export const Decisions = ({ about, hidden, decisions, readers, form }: CasePageProps) => {
  const { subject, label, thing, organisation } = about
  const path = casePath(subject)
  const may = (act: Act) => decisions.includes(act)
  const dismissal = dismissalWords[thing ? (hidden ? 'withheld' : 'shown') : 'gone']
  const isTyped = (field: string) => form.errors.some(error => error.field === field)
  return (
    <section>
      <SectionHeading>What do you decide?</SectionHeading>
      {may('released') && (
        <>
          <p class="govuk-body">
            Released, it is shown at once, and so is whatever else {organisation?.name ?? 'its organisation'}{' '}
            publishes from now on.
          </p>
          <ButtonForm action={`${path}/release`}>Release this {label}</ButtonForm>
        </>
      )}
      {may('restored') && <ButtonForm action={`${path}/restoration`}>Show this {label} again</ButtonForm>}
      {may('dismissed') && (
        <WordsForm
          action={`${path}/dismissal`}
          form={form}
          field="dismissal"
          label={dismissal.label}
          hint="Goes into the log, and by mail to those who wait to hear of it."
          look={may('restored') ? 'secondary' : undefined}
        >
          {dismissal.button}
        </WordsForm>
      )}
      {may('withheld') && (
        <Details summary={`Withhold this ${label}`} open={isTyped('withholding')}>
          <WordsForm
            action={`${path}/withholding`}
            form={form}
            field="withholding"
            label="Why is it withheld?"
            hint="Everyone reads this in its place. Name what must change, and repeat nothing that should not be public."
            look="warning"
          >
            Withhold it
          </WordsForm>
        </Details>
      )}
      {thing && readers > 0 && (
        <Details summary={`Write to ${organisation?.name}`} open={isTyped('letter')}>
          <WordsForm
            action={`${path}/letter`}
            form={form}
            field="letter"
            label="What do they need to know?"
            hint={`Goes by mail to ${countOf(readers, 'person', 'people')} who speak for it, in the name of the curators.`}
            look="secondary"
          >
            Send the letter
          </WordsForm>
        </Details>
      )}
      {thing && readers === 0 && (
        <p class="govuk-body">Nobody speaks for its organisation here yet, so nobody can be written to.</p>
      )}
    </section>
  )
}
