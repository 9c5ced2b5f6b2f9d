import type { FormState } from '#plumbing/form.ts'
import { fieldIn } from '#ui/form.tsx'
import { Input } from '#ui/govuk/input.tsx'

/** A day as people write it. */
export const Day = ({ form, ...field }: { form: FormState; name: string; label: string; hint: string }) => (
  <Input
    {...fieldIn(form, field.name)}
    label={field.label}
    labelClass="govuk-label--s"
    hint={field.hint}
    class="govuk-input--width-10"
    autocomplete="off"
  />
)
