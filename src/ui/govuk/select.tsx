import { type Attributes, classes, type Maybe } from './attributes.ts'
import { FieldGroup, type FieldProps, fieldOf } from './field.tsx'

export interface Option {
  /** Falls back to the label, as in HTML. */
  value?: string | number
  label: string
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}

export interface SelectProps extends FieldProps, Omit<Attributes, 'id' | 'name'> {
  items: Maybe<Option>[]
  value?: string | number
  disabled?: boolean
}

export const Select = (props: SelectProps) => {
  const { id, hasError, describedBy, group, rest: own } = fieldOf(props)
  const { items, value: chosen, class: extra, ...rest } = own
  return (
    <FieldGroup {...group}>
      <select
        class={classes('govuk-select', extra, hasError && 'govuk-select--error')}
        id={id}
        aria-describedby={describedBy}
        {...rest}
      >
        {items.map(
          item =>
            item && (
              <option
                value={item.value}
                selected={item.selected ?? (Boolean(chosen) && (item.value ?? item.label) === chosen)}
                disabled={item.disabled}
                {...item.attributes}
              >
                {item.label}
              </option>
            ),
        )}
      </select>
    </FieldGroup>
  )
}
