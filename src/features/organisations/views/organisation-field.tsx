import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import type { OrganisationName } from '../organisation.ts'

export interface OrganisationFieldProps {
  name: string
  label?: string
  hint?: string
  error?: string
  /** What was typed. */
  value?: string
  /** Names offered while typing, where the page can bear them. */
  options?: string[]
  /** What the typed words could mean, when they are no organisation's name. */
  suggestions?: OrganisationName[]
}

/** An organisation by typing its name or code; where that was not clear, a choice between those that come near. */
export const OrganisationField = (props: OrganisationFieldProps) => {
  const { name, label = 'Council', hint, error, value, options, suggestions = [] } = props
  const listId = `${name}-options`
  return suggestions.length > 0 ? (
    <Radios
      name={name}
      class="govuk-radios--small"
      hint={`We know no organisation called “${value}”. Did you mean one of these?`}
      error={error}
      fieldset={{ legend: label }}
      items={[
        ...suggestions.map(organisation => ({ value: organisation.name, label: organisation.name })),
        { divider: 'or' },
        { value: '', label: 'None of these' },
      ]}
    />
  ) : (
    <>
      <Input
        name={name}
        label={label}
        hint={hint}
        error={error}
        value={value}
        autocomplete="organization"
        maxlength={200}
        list={options && listId}
      />
      {options && (
        <datalist id={listId}>
          {options.map(option => (
            <option value={option} />
          ))}
        </datalist>
      )}
    </>
  )
}
