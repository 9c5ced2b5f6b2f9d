import { Radios } from './govuk/choices.tsx'
import { Input } from './govuk/input.tsx'

export interface TypedFieldProps {
  name: string
  label: string
  hint?: string
  error?: string
  /** What was typed. */
  value?: string
  /** Names offered while typing, where the page can bear them. */
  options?: string[]
  /** What the typed words could mean, when they are no known name. */
  suggestions?: string[]
  /** Says that the typed words are no known name: "There is no service called “bins”." */
  unknown?: string
  autocomplete?: string
}

/** A thing by typing its name; where that was not clear, a choice between those that come near, under the same name. */
export const TypedField = (props: TypedFieldProps) => {
  const { name, label, hint, error, value, options, suggestions = [], unknown, autocomplete = 'off' } = props
  const listId = `${name}-options`
  return suggestions.length > 0 ? (
    <>
      <Radios
        name={name}
        class="govuk-radios--small"
        hint={`${unknown ? `${unknown} ` : ''}Did you mean one of these?`}
        error={error}
        fieldset={{ legend: label }}
        items={[
          ...suggestions.map(suggestion => ({ value: suggestion, label: suggestion })),
          { divider: 'or' },
          { value: '', label: 'None of these' },
        ]}
      />
      {/* Of several values the first counts: so what was typed stands until one of these is chosen. */}
      <input type="hidden" name={name} value={value} />
    </>
  ) : (
    <>
      <Input
        name={name}
        label={label}
        hint={hint}
        error={error}
        value={value}
        autocomplete={autocomplete}
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
