import type { ComponentChildren } from 'preact'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from './form.tsx'
import { Button, ButtonGroup } from './govuk/button.tsx'
import { Input } from './govuk/input.tsx'
import { CharacterCount } from './govuk/textarea.tsx'
import { Column, Row } from './grid.tsx'
import { formatCount } from './money.ts'

/** The fields of one step, shown in its form. */
export type StepFields = (props: { form: FormState }) => ComponentChildren

interface WordsProps {
  form: FormState
  name: string
  label: string
  hint: string
  /** The label is the question of the page. */
  isQuestion?: boolean
  rows?: number
  /** Characters at most. */
  most: number
}

/** A text of some length in the person's own words. */
export const Words = ({ form, name, label, hint, isQuestion, rows = 8, most }: WordsProps) => (
  <CharacterCount
    {...fieldIn(form, name)}
    label={label}
    labelClass={isQuestion ? 'govuk-label--l' : 'govuk-label--s'}
    labelIsPageHeading={isQuestion}
    hint={hint}
    rows={rows}
    maxCharacters={most}
    threshold={75}
    texts={{ description: `Up to ${formatCount(most)} characters` }}
    spellcheck
  />
)

/** What everyone who writes for a public body should know before they do. */
export const FreedomOfInformation = () => (
  <p class="govuk-body-s">
    Whoever you show it to, what a public body writes here may be asked for under the Freedom of Information
    Act. Leave out names of people and whatever a supplier told you in confidence.
  </p>
)

interface StepFormProps {
  action: string
  form: FormState
  /** What is being written, above the question. */
  caption: string
  /** The question, where no label of a field asks it. */
  heading?: string
  /** Not kept yet, kept as a draft, or published: then its version, and what the history is of. */
  standing: 'new' | 'draft' | { version: number; noun: string; mostNote: number }
  /** What the writer should look at before it is shown; sent again it is published all the same. */
  warning?: ComponentChildren
  children: ComponentChildren
}

const InTheHistory = ({ form, noun, mostNote }: { form: FormState; noun: string; mostNote: number }) => (
  <Input
    {...fieldIn(form, 'note')}
    label="What you changed, and why (optional)"
    hint={`Shown in the history of this ${noun}.`}
    maxlength={mostNote}
  />
)

/** One step of writing something: kept when it is sent, as a draft or as a new version of what is published. */
export const StepForm = (props: StepFormProps) => {
  const { action, form, caption, heading, standing, warning, children } = props
  const published = typeof standing === 'object' ? standing : undefined
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{caption}</span>
        {heading && <h1 class="govuk-heading-l">{heading}</h1>}
        {warning}
        <PostForm action={action}>
          {warning && <input type="hidden" name="seen" value="yes" />}
          {children}
          {published && <input type="hidden" name="version" value={published.version} />}
          {published && <InTheHistory form={form} {...published} />}
          <ButtonGroup>
            <Button>
              {warning ? 'Publish it all the same' : published ? 'Publish the change' : 'Save and continue'}
            </Button>
            {standing === 'draft' && (
              <Button class="govuk-button--secondary" name="next" value="list">
                Save and come back later
              </Button>
            )}
          </ButtonGroup>
        </PostForm>
        <FreedomOfInformation />
      </Column>
    </Row>
  )
}
