import type { ComponentChildren } from 'preact'
import { Anchor } from '../link.tsx'
import { type Attributes, classes } from './attributes.ts'

export interface GenericHeaderProps extends Attributes {
  logo: ComponentChildren
  href?: string
  containerClass?: string
}

export const GenericHeader = (props: GenericHeaderProps) => {
  const { logo, href = '/', containerClass = 'govuk-width-container', class: extra, ...rest } = props
  return (
    <div class={classes('govuk-generic-header', extra)} {...rest}>
      <div class={classes('govuk-generic-header__container', containerClass)}>
        <div class="govuk-generic-header__logo">
          <Anchor href={href} class="govuk-generic-header__homepage-link">
            {logo}
          </Anchor>
        </div>
      </div>
    </div>
  )
}
