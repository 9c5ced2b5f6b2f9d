import type { ComponentChildren } from 'preact'
import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { StepForm } from '#ui/step-form.tsx'
import type { Plan } from '../plan.ts'
import { wordLimits } from '../plan-parts.ts'

interface PlanStepFormProps {
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

/** One step of writing a project. */
export const PlanStepForm = ({ plan, findings = [], ...rest }: PlanStepFormProps) => (
  <StepForm
    {...rest}
    caption={plan?.said.title ?? 'A new project'}
    warning={findings.length > 0 && <ScreenFindings findings={findings} />}
    standing={
      plan?.state === 'draft'
        ? 'draft'
        : plan
          ? { version: plan.version, noun: 'project', mostNote: wordLimits.note }
          : 'new'
    }
  />
)
