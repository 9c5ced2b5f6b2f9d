import type { ComponentChildren } from 'preact'
import { Anchor } from '../link.tsx'
import { type Attributes, classes, type Maybe } from './attributes.ts'

export interface PageLink {
  href: string
  label?: ComponentChildren
  /** What stands on that page, under the link. */
  description?: string
  attributes?: Attributes
}

export type PageItem =
  | { number: number | string; href: string; current?: boolean; spoken?: string; attributes?: Attributes }
  | { ellipsis: true }

export interface PaginationProps extends Attributes {
  previous?: PageLink
  next?: PageLink
  items?: Maybe<PageItem>[]
  landmark?: string
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ to }: { to: keyof typeof arrows }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[to]} />
  </svg>
)

const ArrowLink = ({ to, link, isBlock }: { to: keyof typeof arrows; link: PageLink; isBlock: boolean }) => (
  <div class={`govuk-pagination__${to}`}>
    <Anchor class="govuk-link govuk-pagination__link" href={link.href} rel={to} {...link.attributes}>
      {(isBlock || to === 'prev') && <Arrow to={to} />}{' '}
      <span
        class={classes(
          'govuk-pagination__link-title',
          isBlock && !link.description && 'govuk-pagination__link-title--decorated',
        )}
      >
        {link.label ?? [
          to === 'prev' ? 'Previous' : 'Next',
          <span class="govuk-visually-hidden"> page</span>,
        ]}
      </span>
      {link.description && isBlock && (
        <>
          {' '}
          <span class="govuk-visually-hidden">:</span>{' '}
          <span class="govuk-pagination__link-label">{link.description}</span>
        </>
      )}{' '}
      {!isBlock && to === 'next' && <Arrow to={to} />}
    </Anchor>
  </div>
)

const Item = ({ item }: { item: PageItem }) =>
  'ellipsis' in item ? (
    <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li class={classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <Anchor
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.spoken ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </Anchor>
    </li>
  )

/** Page numbers with previous and next; without `items` the two links stand alone, as keyset paging needs. */
export const Pagination = ({ previous, next, items, landmark, class: extra, ...rest }: PaginationProps) => {
  const isBlock = !items && Boolean(next || previous)
  return (
    <nav
      class={classes('govuk-pagination', isBlock && 'govuk-pagination--block', extra)}
      aria-label={landmark ?? 'Pagination'}
      {...rest}
    >
      {previous && <ArrowLink to="prev" link={previous} isBlock={isBlock} />}
      {items && <ul class="govuk-pagination__list">{items.map(item => item && <Item item={item} />)}</ul>}
      {next && <ArrowLink to="next" link={next} isBlock={isBlock} />}
    </nav>
  )
}
