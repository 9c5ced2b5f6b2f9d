import type { ComponentChildren } from 'preact'
import { Anchor } from '../link.tsx'
import { type Attributes, classes } from './attributes.ts'

export interface ErrorEntry {
  message: ComponentChildren
  /** The field to mend, as `#id`. */
  href?: string
  attributes?: Attributes
}

export interface ErrorSummaryProps extends Omit<Attributes, 'title'> {
  title?: ComponentChildren
  description?: ComponentChildren
  errors?: ErrorEntry[]
  disableAutoFocus?: boolean
}

/** Stands at the top of a page whose form was refused; takes the focus with script. */
export const ErrorSummary = (props: ErrorSummaryProps) => {
  const {
    title = 'There is a problem',
    description,
    errors = [],
    disableAutoFocus,
    class: extra,
    ...rest
  } = props
  return (
    <div
      class={classes('govuk-error-summary', extra)}
      data-disable-auto-focus={disableAutoFocus}
      {...rest}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ message, href, attributes }) => (
                <li>
                  {href ? (
                    <Anchor href={href} {...attributes}>
                      {message}
                    </Anchor>
                  ) : (
                    message
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
