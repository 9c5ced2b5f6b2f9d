import type { ComponentChildren } from 'preact'
import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import type { Plan } from '../plan.ts'
import { wordLimits } from '../plan-parts.ts'

interface StepFormProps {
  /** None before the draft is begun. */
  plan?: Plan
  action: string
  form: FormState
  /** The question, where no label of a field asks it. */
  heading?: string
  /** What in the words may not be for everyone. */
  findings?: Finding[]
  children: ComponentChildren
}

const InTheHistory = ({ form, version }: { form: FormState; version: number }) => (
  <>
    <input type="hidden" name="version" value={version} />
    <Input
      {...fieldIn(form, 'note')}
      label="What you changed, and why (optional)"
      hint="Shown in the history of this project."
      maxlength={wordLimits.note}
    />
  </>
)

/** One step of writing a project: kept when it is sent, as a draft or as a new version of what is published. */
export const StepForm = ({ plan, action, form, heading, findings = [], children }: StepFormProps) => {
  const isDraft = !plan || plan.state === 'draft'
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan?.said.title ?? 'A new project'}</span>
        {heading && <h1 class="govuk-heading-l">{heading}</h1>}
        <ScreenFindings findings={findings} />
        <PostForm action={action}>
          {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
          {children}
          {!isDraft && <InTheHistory form={form} version={plan.version} />}
          <ButtonGroup>
            <Button>
              {findings.length > 0
                ? 'Publish it all the same'
                : isDraft
                  ? 'Save and continue'
                  : 'Publish the change'}
            </Button>
            {isDraft && plan && (
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

export const FreedomOfInformation = () => (
  <p class="govuk-body-s">
    Whoever you show it to, what a public body writes here may be asked for under the Freedom of Information
    Act. Leave out names of people and whatever a supplier told you in confidence.
  </p>
)
