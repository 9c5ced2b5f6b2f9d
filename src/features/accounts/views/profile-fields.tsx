import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'

export const NameFields = ({ form }: { form: FormState }) => (
  <>
    <Input
      {...fieldIn(form, 'name')}
      label="Your name"
      autocomplete="name"
      spellcheck={false}
      class="govuk-!-width-two-thirds"
    />
    <Input
      {...fieldIn(form, 'jobTitle')}
      label="Your role (optional)"
      hint="Such as “Service designer” or “Head of revenues”"
      autocomplete="organization-title"
      class="govuk-!-width-two-thirds"
    />
  </>
)

export const ShownField = ({ form }: { form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'isShown')
  return (
    <Checkboxes
      {...field}
      hint="What is shown is public, and can be asked for under Freedom of Information. Otherwise only your colleagues here and the curators see it, and others read “an officer”."
      fieldset={{ legend: 'Who may see this?', legendClass: 'govuk-fieldset__legend--s' }}
      items={[{ value: 'yes', label: 'Show my name and role to everyone', checked: isChosen('yes') }]}
    />
  )
}
