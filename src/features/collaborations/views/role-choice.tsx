import type { FormState } from '#plumbing/form.ts'
import { choiceIn } from '#ui/form.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { partnerRoles, roleLabels } from '../collaboration.ts'

/** What an organisation does in a collaboration. */
export const RoleChoice = ({ form, organisation }: { form: FormState; organisation: string }) => {
  const { field, isChosen } = choiceIn(form, 'roles')
  return (
    <Checkboxes
      {...field}
      class="govuk-checkboxes--small"
      fieldset={{ legend: `What ${organisation} does (optional)`, legendClass: 'govuk-fieldset__legend--s' }}
      items={partnerRoles.map(role => ({ value: role, label: roleLabels[role], checked: isChosen(role) }))}
    />
  )
}
