import type { FormState } from '#plumbing/form.ts'
import { fieldIn } from '#ui/form.tsx'
import { Input } from '#ui/govuk/input.tsx'

interface EmailFieldProps {
  form: FormState
  label?: string
  hint?: string
}

/** The address of a person, which browsers know. */
export const EmailField = ({ form, label = 'Work e-mail address', hint }: EmailFieldProps) => (
  <Input
    {...fieldIn(form, 'email')}
    label={label}
    hint={hint}
    type="email"
    autocomplete="email"
    spellcheck={false}
    class="govuk-!-width-two-thirds"
  />
)

/** The code of a mail, which phones know; a refused one is typed afresh. */
export const CodeField = ({ form }: { form: FormState }) => (
  <Input
    {...fieldIn(form, 'code')}
    value=""
    label="Code"
    hint="Six digits"
    inputmode="numeric"
    autocomplete="one-time-code"
    class="govuk-input--width-5 govuk-input--extra-letter-spacing"
  />
)
