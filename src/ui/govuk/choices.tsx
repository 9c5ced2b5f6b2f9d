import type { ComponentChildren } from 'preact'
import { type Attributes, classes, type Maybe } from './attributes.ts'
import { type FieldProps, FieldsetGroup, type FieldsetProps, fieldOf, Hint, Label } from './field.tsx'

export interface Choice {
  value?: string | number
  label: ComponentChildren
  labelAttributes?: Attributes
  hint?: ComponentChildren
  id?: string
  /** A checkbox may have a name of its own. */
  name?: string
  checked?: boolean
  disabled?: boolean
  /** Shown with script only while the choice is made; without script always. */
  conditional?: ComponentChildren
  /** 'exclusive': choosing this checkbox unticks the others. */
  behaviour?: 'exclusive'
  attributes?: Attributes
}

interface ChoicesProps
  extends Omit<FieldProps, 'label' | 'labelClass' | 'labelIsPageHeading' | 'id'>,
    Attributes {
  name: string
  idPrefix?: string
  items: Maybe<Choice | { divider: string }>[]
  fieldset?: FieldsetProps
}

interface ItemProps extends Choice {
  id: string
  kind: 'radios' | 'checkboxes'
  describedBy?: string
}

const Item = (props: ItemProps) => {
  const { kind, id, name, value, label, labelAttributes, hint, checked, disabled, conditional } = props
  const hintId = hint && `${id}-item-hint`
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={value ?? ''}
          checked={checked}
          disabled={disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          data-behaviour={props.behaviour}
          aria-describedby={classes(props.describedBy, hintId) || undefined}
          {...props.attributes}
        />
        <Label {...labelAttributes} for={id} class={classes(`govuk-${kind}__label`, labelAttributes?.class)}>
          {label}
        </Label>
        {hintId && (
          <Hint id={hintId} class={`govuk-${kind}__hint`}>
            {hint}
          </Hint>
        )}
      </div>
      {conditional && (
        <div
          class={classes(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  )
}

const Choices = ({
  kind,
  chosen,
  ...props
}: ChoicesProps & { kind: ItemProps['kind']; chosen: unknown[] }) => {
  const { idPrefix, fieldset, ...shown } = props
  const { id: prefix, describedBy, group, rest: own } = fieldOf({ ...shown, id: idPrefix })
  const { name, items, class: extra, ...rest } = own
  const inner = (
    <div class={classes(`govuk-${kind}`, extra)} data-module={`govuk-${kind}`} {...rest}>
      {items.map((item, index) => {
        if (!item) return null
        if ('divider' in item) return <div class={`govuk-${kind}__divider`}>{item.divider}</div>
        return (
          <Item
            {...item}
            kind={kind}
            name={item.name || name}
            id={item.id || (index ? `${prefix}-${index + 1}` : prefix)}
            checked={item.checked ?? chosen.includes(item.value)}
            describedBy={kind === 'checkboxes' && !fieldset ? describedBy : undefined}
          />
        )
      })}
    </div>
  )
  return (
    <FieldsetGroup {...group} fieldset={fieldset} describedBy={describedBy}>
      {inner}
    </FieldsetGroup>
  )
}

/** One of several. The first choice has the group's id, so that an error summary can link to it. */
export const Radios = ({ value, ...props }: ChoicesProps & { value?: string }) => (
  <Choices {...props} kind="radios" chosen={value ? [value] : []} />
)

/** Any of several. */
export const Checkboxes = ({ values, ...props }: ChoicesProps & { values?: (string | number)[] }) => (
  <Choices {...props} kind="checkboxes" chosen={values ?? []} />
)
