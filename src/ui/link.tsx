import type { ComponentChildren } from 'preact'
import { type Attributes, classes } from './govuk/attributes.ts'

const allowed = /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i

/** Whether an address may become a link: http, https, mailto, or relative to this site. */
export const isSafeAddress = (address: string) => allowed.test(address)

export interface AnchorProps extends Attributes {
  href: string
  role?: 'button'
  rel?: string
  download?: string | boolean
  draggable?: boolean
  children?: ComponentChildren
}

/** The only place that writes `<a href>`. An address such as `javascript:…` leaves its words, without a link. */
export const Anchor = ({ children, ...rest }: AnchorProps) =>
  isSafeAddress(rest.href) ? <a {...rest}>{children}</a> : <span class={rest.class}>{children}</span>

/** A link in running text. */
export const Link = ({ class: name, ...rest }: AnchorProps) => (
  <Anchor {...rest} class={classes('govuk-link', name)} />
)
