import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'

interface MilestoneFormProps {
  action: string
  label: string
  form: FormState
  findings: Finding[]
  button: string
}

/** What is to be done, by when, and whether it is. */
export const MilestoneForm = ({ action, label, form, findings, button }: MilestoneFormProps) => {
  const { field, isChosen } = choiceIn(form, 'is_done')
  return (
    <>
      <ScreenFindings findings={findings} />
      <PostForm action={action} label={label}>
        <Input
          {...fieldIn(form, 'title')}
          label="What is to be done"
          labelClass="govuk-label--s"
          hint="Such as “Prototype tested with three crews”. Name nobody."
        />
        <Input
          {...fieldIn(form, 'due_on')}
          label="By which day (optional)"
          labelClass="govuk-label--s"
          hint="Such as 31 March 2027"
          class="govuk-input--width-10"
          autocomplete="off"
        />
        <Checkboxes {...field} items={[{ value: 'yes', label: 'It is done', checked: isChosen('yes') }]} />
        <Input
          {...fieldIn(form, 'done_on')}
          label="Done on (optional)"
          labelClass="govuk-label--s"
          class="govuk-input--width-10"
          autocomplete="off"
        />
        {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
        <Button preventDoubleClick>{findings.length > 0 ? 'Keep it all the same' : button}</Button>
      </PostForm>
    </>
  )
}
