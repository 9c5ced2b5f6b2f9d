import type { FormState } from '#plumbing/form.ts'
import { fieldIn } from '#ui/form.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'

/** A need in a curator's words. */
export const WordingFields = ({ form }: { form: FormState }) => (
  <>
    <Input
      {...fieldIn(form, 'title')}
      label="The need, in a line"
      labelClass="govuk-label--s"
      hint="What goes wrong, and for whom; no solution in it."
    />
    <Textarea
      {...fieldIn(form, 'summary')}
      label="More about it (optional)"
      labelClass="govuk-label--s"
      hint="What they have in common, and what differs."
    />
  </>
)
