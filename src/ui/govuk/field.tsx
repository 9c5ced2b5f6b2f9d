import type { ComponentChildren } from 'preact'
import { type Attributes, classes } from './attributes.ts'

type Wrapped<More = object> = Attributes & More & { children?: ComponentChildren }

export const Label = ({ isPageHeading, class: extra, children, ...rest }: Wrapped<LabelOwn>) => {
  if (!children) return null
  const label = (
    // biome-ignore lint/a11y/noLabelWithoutControl: `for` comes with the rest
    <label class={classes('govuk-label', extra)} {...rest}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
interface LabelOwn {
  for?: string
  isPageHeading?: boolean
}

export const Hint = ({ class: extra, children, ...rest }: Wrapped) => (
  <div class={classes('govuk-hint', extra)} {...rest}>
    {children}
  </div>
)

/** `prefix` is read out before the message; an empty one leaves it away. */
export const ErrorMessage = ({
  prefix = 'Error',
  class: extra,
  children,
  ...rest
}: Wrapped<{ prefix?: string }>) => (
  <p class={classes('govuk-error-message', extra)} {...rest}>
    {prefix && <span class="govuk-visually-hidden">{prefix}:</span>}
    {prefix && ' '}
    {children}
  </p>
)

export interface FieldsetProps extends Attributes {
  legend?: ComponentChildren
  legendClass?: string
  legendIsPageHeading?: boolean
  describedBy?: string
  role?: 'group'
  children?: ComponentChildren
}

export const Fieldset = (props: FieldsetProps) => {
  const { legend, legendClass, legendIsPageHeading, describedBy, class: extra, children, ...rest } = props
  return (
    <fieldset class={classes('govuk-fieldset', extra)} aria-describedby={describedBy || undefined} {...rest}>
      {legend && (
        <legend class={classes('govuk-fieldset__legend', legendClass)}>
          {legendIsPageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  )
}

/** What every field has: its words, its error, and the names it goes by. `id` falls back to `name`. */
export interface FieldProps {
  name: string
  id?: string
  label?: ComponentChildren
  labelClass?: string
  labelIsPageHeading?: boolean
  hint?: ComponentChildren
  error?: ComponentChildren
  describedBy?: string
  groupClass?: string
}

/** Parts a field's own props from what goes to its control, and ties both by id. */
export const fieldOf = <P extends FieldProps>(props: P) => {
  const {
    id: given,
    label,
    labelClass,
    labelIsPageHeading,
    hint,
    error,
    describedBy,
    groupClass,
    ...rest
  } = props
  const id = given || props.name
  return {
    id,
    hasError: Boolean(error),
    describedBy: classes(describedBy, hint && `${id}-hint`, error && `${id}-error`) || undefined,
    group: { id, label, labelClass, labelIsPageHeading, hint, error, class: groupClass },
    rest,
  }
}

interface Group extends Omit<FieldProps, 'name' | 'groupClass'>, Omit<Attributes, 'id'> {
  children: ComponentChildren
}

const HintAndError = ({ id, hint, error }: Pick<Group, 'id' | 'hint' | 'error'>) => (
  <>
    {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
    {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
  </>
)

/** Label, hint and error above a control, in one form group. */
export const FieldGroup = (props: Group) => {
  const { id, label, labelClass, labelIsPageHeading, hint, error, class: extra, children, ...rest } = props
  return (
    <div class={classes('govuk-form-group', error && 'govuk-form-group--error', extra)} {...rest}>
      {label && (
        <Label for={id} class={labelClass} isPageHeading={labelIsPageHeading}>
          {label}
        </Label>
      )}
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** A form group of several controls, in a fieldset where one is given. */
export const FieldsetGroup = ({
  fieldset,
  describedBy,
  children,
  ...group
}: Group & { fieldset?: FieldsetProps }) => {
  if (!fieldset) return <FieldGroup {...group}>{children}</FieldGroup>
  const { id, hint, error, class: extra } = group
  return (
    <div class={classes('govuk-form-group', error && 'govuk-form-group--error', extra)}>
      <Fieldset {...fieldset} describedBy={classes(fieldset.describedBy, describedBy)}>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </Fieldset>
    </div>
  )
}
