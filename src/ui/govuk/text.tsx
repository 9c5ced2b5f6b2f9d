import type { ComponentChildren } from 'preact'
import { type Attributes, classes } from './attributes.ts'

type Wrapped<More = object> = Omit<Attributes, keyof More> & More & { children?: ComponentChildren }

export const InsetText = ({ class: extra, children, ...rest }: Wrapped) => (
  <div class={classes('govuk-inset-text', extra)} {...rest}>
    {children}
  </div>
)

/** `prefix` is read out in place of the exclamation mark. */
export const WarningText = ({
  prefix = 'Warning',
  class: extra,
  children,
  ...rest
}: Wrapped<{ prefix?: string }>) => (
  <div class={classes('govuk-warning-text', extra)} {...rest}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{prefix}</span> {children}
    </strong>
  </div>
)

interface DetailsOwn {
  summary: ComponentChildren
  open?: boolean
}

export const Details = ({ summary, class: extra, children, ...rest }: Wrapped<DetailsOwn>) => (
  <details class={classes('govuk-details', extra)} {...rest}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)

/** A short state in colour; the words carry the meaning. */
export const Tag = ({ class: extra, children, ...rest }: Wrapped) => (
  <strong class={classes('govuk-tag', extra)} {...rest}>
    {children}
  </strong>
)

export const PhaseBanner = ({ tag, tagClass, class: extra, children, ...rest }: Wrapped<PhaseOwn>) => (
  <div class={classes('govuk-phase-banner govuk-width-container', extra)} {...rest}>
    <p class="govuk-phase-banner__content">
      <Tag class={classes('govuk-phase-banner__content__tag', tagClass)}>{tag}</Tag>{' '}
      <span class="govuk-phase-banner__text">{children}</span>
    </p>
  </div>
)
interface PhaseOwn {
  tag: ComponentChildren
  tagClass?: string
}
