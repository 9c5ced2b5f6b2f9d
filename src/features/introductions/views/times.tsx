import type { FormState } from '#plumbing/form.ts'
import { fieldIn } from '#ui/form.tsx'
import { Input } from '#ui/govuk/input.tsx'

interface TimeFieldsProps {
  form: FormState
  name: 'first' | 'second' | 'other'
  legend: string
}

/** A day and a time of day, as people in Britain write them. */
export const TimeFields = ({ form, name, legend }: TimeFieldsProps) => (
  <fieldset class="govuk-fieldset govuk-!-margin-bottom-4">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
    <Input
      {...fieldIn(form, `${name}_date`)}
      class="govuk-input--width-20"
      label="Day"
      hint="For example, 12 January 2027 or 12/1/2027"
      autocomplete="off"
    />
    <Input
      {...fieldIn(form, `${name}_time`)}
      class="govuk-input--width-5"
      label="Time"
      hint="For example, 10:30 or 2pm"
      autocomplete="off"
    />
  </fieldset>
)
