import type { ComponentChildren } from 'preact'
import { type Attributes, classes } from './attributes.ts'
import { FieldGroup, type FieldProps, fieldOf } from './field.tsx'

export interface Affix extends Attributes {
  content: ComponentChildren
}

export interface InputProps extends FieldProps, Omit<Attributes, 'id' | 'name' | 'prefix'> {
  type?: 'text' | 'email' | 'search' | 'tel' | 'url'
  value?: string | number
  autocomplete?: string
  autocapitalize?: 'none' | 'words' | 'sentences' | 'characters'
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
  pattern?: string
  maxlength?: number
  /** The id of a datalist that offers values. */
  list?: string
  disabled?: boolean
  readonly?: boolean
  prefix?: Affix
  suffix?: Affix
  wrapper?: Attributes
  group?: Attributes
  /** Stands behind the control, inside its wrapper. */
  after?: ComponentChildren
}

const AffixItem = ({ kind, content, class: extra, ...rest }: Affix & { kind: 'prefix' | 'suffix' }) => (
  <div class={classes(`govuk-input__${kind}`, extra)} aria-hidden="true" {...rest}>
    {content}
  </div>
)

export const Input = (props: InputProps) => {
  const { id, hasError, describedBy, group: shown, rest: own } = fieldOf(props)
  const { class: extra, type = 'text', spellcheck, prefix, suffix, wrapper, group, after, ...rest } = own
  const control = (
    <input
      class={classes('govuk-input', extra, hasError && 'govuk-input--error')}
      id={id}
      // Preact's types keep apart what goes with each type; all of these take the same.
      type={type as 'text'}
      spellcheck={spellcheck}
      aria-describedby={describedBy}
      {...rest}
    />
  )
  return (
    <FieldGroup {...group} {...shown} class={classes(group?.class, shown.class)}>
      {prefix || suffix || after ? (
        <div {...wrapper} class={classes('govuk-input__wrapper', wrapper?.class)}>
          {prefix && <AffixItem kind="prefix" {...prefix} />}
          {control}
          {suffix && <AffixItem kind="suffix" {...suffix} />}
          {after}
        </div>
      ) : (
        control
      )}
    </FieldGroup>
  )
}
