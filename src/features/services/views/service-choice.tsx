import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import type { ServiceName } from '../service.ts'

interface ServiceChoiceProps {
  form: FormState
  /** Those the words speak of, or that come near what was typed. */
  suggestions: ServiceName[]
}

/** The service something is about: one of those suggested, another by its name, or none. */
export const ServiceChoice = ({ form, suggestions }: ServiceChoiceProps) => {
  const { field, isChosen } = choiceIn(form, 'service')
  return (
    <Radios
      {...field}
      fieldset={{
        legend: 'Which service is it about?',
        legendClass: 'govuk-fieldset__legend--l',
        legendIsPageHeading: true,
      }}
      hint={
        suggestions.length > 0
          ? 'These come nearest to your words, from the Local Government Services List.'
          : 'From the Local Government Services List.'
      }
      items={[
        ...suggestions.map(({ id, name }) => ({
          value: String(id),
          label: name,
          checked: isChosen(String(id)),
        })),
        suggestions.length > 0 && { divider: 'or' },
        {
          value: 'other',
          label: 'Another service',
          checked: isChosen('other'),
          conditional: (
            <Input
              {...fieldIn(form, 'other')}
              label="Its name, or its number in the list"
              class="govuk-!-width-two-thirds"
              maxlength={200}
              autocomplete="off"
            />
          ),
        },
        { value: 'none', label: 'No service fits, or it is about many', checked: isChosen('none') },
      ]}
    />
  )
}
