import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import type { ServiceName } from '../service.ts'

export interface ServiceFieldProps {
  name: string
  label?: string
  hint?: string
  error?: string
  /** What was typed. */
  value?: string
  /** Names offered while typing, where the page can bear them. */
  options?: string[]
  /** What the typed words could mean, when they are no service's name. */
  suggestions?: ServiceName[]
}

/** A service by typing its name; where that was not clear, a choice between those that come near. */
export const ServiceField = (props: ServiceFieldProps) => {
  const { name, label = 'Service', hint, error, value, options, suggestions = [] } = props
  const listId = `${name}-options`
  return suggestions.length > 0 ? (
    <Radios
      name={name}
      class="govuk-radios--small"
      hint={`There is no service called “${value}”. Did you mean one of these?`}
      error={error}
      fieldset={{ legend: label }}
      items={[
        ...suggestions.map(service => ({ value: service.name, label: service.name })),
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
        autocomplete="off"
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
