import type { ComponentChildren } from 'preact'
import { type Attributes, classes } from './attributes.ts'

export interface NotificationBannerProps extends Omit<Attributes, 'title'> {
  title?: ComponentChildren
  titleId?: string
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  role?: 'alert' | 'region'
  isSuccess?: boolean
  disableAutoFocus?: boolean
  children?: ComponentChildren
}

export const NotificationBanner = (props: NotificationBannerProps) => {
  const { isSuccess, headingLevel = 2, disableAutoFocus, class: extra, children, ...own } = props
  const { titleId = 'govuk-notification-banner-title', title, role, ...rest } = own
  const Heading = `h${headingLevel}` as 'h2'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it may have take a name
    <div
      class={classes('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', extra)}
      role={role ?? (isSuccess ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus}
      {...rest}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {title ?? (isSuccess ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p class="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
