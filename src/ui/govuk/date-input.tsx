import type { ComponentChildren } from 'preact'
import { capitalised } from '#plumbing/capitalised.ts'
import { type Attributes, classes } from './attributes.ts'
import { FieldsetGroup, type FieldsetProps, fieldOf } from './field.tsx'
import { Input } from './input.tsx'

export interface DatePart {
  name: string
  label?: string
  value?: string | number
  /** Width in characters: 4 for a year, 2 for all else, unless the class says another. */
  width?: 2 | 4
  id?: string
  class?: string
  /** True marks this part as wrong; where no part is marked, an error marks them all, except a false one. */
  error?: boolean
  autocomplete?: string
  pattern?: string
  inputmode?: 'numeric' | 'text'
  attributes?: Attributes
}

export interface DateInputProps extends Omit<Attributes, 'id'> {
  id: string
  namePrefix?: string
  parts?: DatePart[]
  values?: Record<string, string | number | undefined>
  hint?: ComponentChildren
  error?: ComponentChildren
  groupClass?: string
  fieldset?: FieldsetProps
}

const dayMonthYear: DatePart[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }]

/** A date typed in parts, in a fieldset named by its legend. */
export const DateInput = ({
  namePrefix,
  parts = dayMonthYear,
  values,
  fieldset,
  ...props
}: DateInputProps) => {
  const { id, hasError, describedBy, group, rest: own } = fieldOf({ ...props, name: props.id })
  const { class: extra, name: _, ...rest } = own
  const anyMarked = parts.some(part => part.error)
  return (
    <FieldsetGroup {...group} describedBy={describedBy} fieldset={fieldset && { role: 'group', ...fieldset }}>
      <div class={classes('govuk-date-input', extra)} id={id} {...rest}>
        {parts.map(({ name, label, value, width, error, attributes, ...part }) => {
          const isWrong = error || (hasError && !anyMarked && error !== false)
          const hasWidth = part.class?.includes('govuk-input--width-')
          return (
            <div class="govuk-date-input__item">
              <Input
                inputmode="numeric"
                {...part}
                {...attributes}
                label={label ?? capitalised(name)}
                labelClass="govuk-date-input__label"
                id={part.id ?? `${id}-${name}`}
                name={namePrefix ? `${namePrefix}-${name}` : name}
                value={value ?? values?.[name]}
                class={classes(
                  'govuk-date-input__input',
                  isWrong && 'govuk-input--error',
                  !hasWidth && `govuk-input--width-${width ?? (name === 'year' ? 4 : 2)}`,
                  part.class,
                )}
              />
            </div>
          )
        })}
      </div>
    </FieldsetGroup>
  )
}
