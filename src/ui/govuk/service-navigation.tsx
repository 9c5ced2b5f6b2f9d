import type { ComponentChildren } from 'preact'
import { Anchor } from '../link.tsx'
import { type Attributes, classes, type Maybe } from './attributes.ts'

export interface NavigationItem {
  label: ComponentChildren
  href?: string
  /** This very page. */
  current?: boolean
  /** The section that holds this page. */
  active?: boolean
  attributes?: Attributes
}

export interface NavigationMenu {
  label?: string
  class?: string
  id?: string
  buttonText?: string
  buttonLabel?: string
  /** Folds the list behind a menu button on a phone with script; on by default from two entries. */
  collapse?: boolean
  start?: ComponentChildren
  end?: ComponentChildren
}

export interface ServiceNavigationProps extends Attributes {
  items?: Maybe<NavigationItem>[]
  serviceName?: string
  serviceHref?: string
  /** Name of the section, which stands when there is a service name, a start or an end. */
  landmark?: string
  menu?: NavigationMenu
  start?: ComponentChildren
  end?: ComponentChildren
  endIsInline?: boolean
}

const Item = ({ item }: { item: NavigationItem }) => {
  const isHere = item.current || item.active
  const aria = item.current ? 'page' : item.active ? 'true' : undefined
  const words = isHere ? (
    <strong class="govuk-service-navigation__active-fallback">{item.label}</strong>
  ) : (
    item.label
  )
  return (
    <li class={classes('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <Anchor
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={aria}
          {...item.attributes}
        >
          {words}
        </Anchor>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={aria}>
          {words}
        </span>
      )}
    </li>
  )
}

const ServiceName = ({ name, href }: { name: string; href?: string }) => (
  <span class="govuk-service-navigation__service-name">
    {href ? (
      <Anchor href={href} class="govuk-service-navigation__link">
        {name}
      </Anchor>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
)

const Menu = ({ items, menu }: { items: NavigationItem[]; menu: NavigationMenu }) => {
  const { buttonText = 'Menu', buttonLabel, id = 'navigation' } = menu
  return (
    <nav
      aria-label={menu.label ?? buttonText}
      class={classes('govuk-service-navigation__wrapper', menu.class)}
    >
      {(menu.collapse ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: `hidden` keeps it out of the tab order until the script shows it
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={buttonLabel === buttonText ? undefined : buttonLabel}
          hidden
          aria-hidden="true"
        >
          {buttonText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {menu.start}
        {items.map(item => (
          <Item item={item} />
        ))}
        {menu.end}
      </ul>
    </nav>
  )
}

/** Name and navigation of the site, in a bar. */
export const ServiceNavigation = (props: ServiceNavigationProps) => {
  const { items = [], serviceName, serviceHref, landmark, menu = {}, start, end, endIsInline, ...own } = props
  const { class: extra, ...rest } = own
  const shown = items.filter(item => !!item)
  const isSection = Boolean(serviceName || start || end)
  const Wrapper = isSection ? 'section' : 'div'
  return (
    <Wrapper
      aria-label={isSection ? (landmark ?? 'Service information') : undefined}
      class={classes('govuk-service-navigation', extra)}
      data-module="govuk-service-navigation"
      {...rest}
    >
      <div
        class={classes(
          'govuk-width-container',
          endIsInline && 'govuk-service-navigation__inlining-container',
        )}
      >
        {start}
        <div class="govuk-service-navigation__container">
          {serviceName && <ServiceName name={serviceName} href={serviceHref} />}
          {(shown.length > 0 || menu.start || menu.end) && <Menu items={shown} menu={menu} />}
        </div>
        {end}
      </div>
    </Wrapper>
  )
}
