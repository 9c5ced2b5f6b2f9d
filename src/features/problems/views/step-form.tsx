import type { ComponentChildren } from 'preact'
import type { FormState } from '#plumbing/form.ts'
import { StepForm } from '#ui/step-form.tsx'
import type { Problem } from '../problem.ts'
import { wordLimits } from '../problem-parts.ts'

interface ProblemStepFormProps {
  /** None before the draft is begun. */
  problem?: Problem
  action: string
  form: FormState
  /** The question, where no label of a field asks it. */
  heading?: string
  children: ComponentChildren
}

/** One step of writing a problem. */
export const ProblemStepForm = ({ problem, ...rest }: ProblemStepFormProps) => (
  <StepForm
    {...rest}
    caption={problem?.title ?? 'A new problem'}
    standing={
      problem?.state === 'draft'
        ? 'draft'
        : problem
          ? { version: problem.version, noun: 'problem', mostNote: wordLimits.note }
          : 'new'
    }
  />
)
