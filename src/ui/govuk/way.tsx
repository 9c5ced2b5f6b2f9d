import type { ComponentChildren } from 'preact'
import { Anchor } from '../link.tsx'
import { type Attributes, classes } from './attributes.ts'

export interface Crumb {
  label: ComponentChildren
  href?: string
  attributes?: Attributes
}

export interface BreadcrumbsProps extends Attributes {
  items: Crumb[]
  collapseOnMobile?: boolean
  landmark?: string
}

export const Breadcrumbs = (props: BreadcrumbsProps) => {
  const { items, collapseOnMobile, landmark = 'Breadcrumb', class: extra, ...rest } = props
  return (
    <nav
      class={classes('govuk-breadcrumbs', extra, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      {...rest}
      aria-label={landmark}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ label, href, attributes }) =>
          href ? (
            <li class="govuk-breadcrumbs__list-item">
              <Anchor class="govuk-breadcrumbs__link" href={href} {...attributes}>
                {label}
              </Anchor>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {label}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}

interface WayProps extends Attributes {
  href?: string
  children?: ComponentChildren
}

export const BackLink = ({ href = '#', class: extra, children = 'Back', ...rest }: WayProps) => (
  <Anchor href={href} class={classes('govuk-back-link', extra)} {...rest}>
    {children}
  </Anchor>
)

export const SkipLink = ({ href = '#content', class: extra, children, ...rest }: WayProps) => (
  <Anchor href={href} class={classes('govuk-skip-link', extra)} {...rest} data-module="govuk-skip-link">
    {children}
  </Anchor>
)
