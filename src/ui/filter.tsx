import type { ComponentChildren } from 'preact'
import { Button } from './govuk/button.tsx'
import { Checkboxes } from './govuk/choices.tsx'
import { Pagination } from './govuk/pagination.tsx'
import { Link } from './link.tsx'
import { formatCount } from './money.ts'

export interface FacetValue {
  value: string
  label: string
  count: number
  isChosen?: boolean
}

export interface Facet {
  name: string
  title: string
  values: FacetValue[]
  /** Open from the start; a facet in which something is chosen is always open. */
  isOpen?: boolean
}

interface FilterPanelProps {
  /** Where the form is sent, as a path. */
  action: string
  facets: Facet[]
  /** What of the present address must be kept, such as the words sought and the order. */
  keep?: { name: string; value: string }[]
  /** The same list without any filter. */
  clearHref: string
  /** Fields that are no facets, such as two months. */
  children?: ComponentChildren
}

const FacetChoices = ({ facet }: { facet: Facet }) => {
  const chosen = facet.values.filter(value => value.isChosen).length
  return (
    <details class="app-facet" open={facet.isOpen || chosen > 0}>
      <summary class="app-facet__title">
        {facet.title}
        {chosen > 0 && <span class="app-facet__chosen"> {formatCount(chosen)} chosen</span>}
      </summary>
      <Checkboxes
        name={facet.name}
        idPrefix={`filter-${facet.name}`}
        class="govuk-checkboxes--small"
        fieldset={{ legend: facet.title, legendClass: 'govuk-visually-hidden' }}
        items={facet.values.map(({ value, label, count, isChosen }) => ({
          value,
          checked: Boolean(isChosen),
          label: (
            <>
              {label} <span class="app-facet__count">({formatCount(count)})</span>
            </>
          ),
        }))}
      />
    </details>
  )
}

const offered = (facets: Facet[]) => facets.filter(facet => facet.values.length > 0)

/** Facets with counts beside a list: a form of its own that a browser without script can send. Absent when nothing can be chosen. */
export const FilterPanel = ({ action, facets: given, keep = [], clearHref, children }: FilterPanelProps) => {
  const facets = offered(given)
  if (facets.length === 0) return null
  const isFiltered = facets.some(facet => facet.values.some(value => value.isChosen))
  return (
    <form class="app-filter" id="filter" action={action} method="get" aria-label="Filter">
      <h2 class="govuk-heading-s app-filter__title">Filter</h2>
      {keep.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {facets.map(facet => (
        <FacetChoices facet={facet} />
      ))}
      {children}
      <div class="app-filter__do">
        <Button class="govuk-button--secondary">Apply filters</Button>
        {isFiltered && <Link href={clearHref}>Clear filters</Link>}
      </div>
    </form>
  )
}

/** The way to the filters where a phone has them below the list; absent where they are. */
export const FilterLink = ({ facets }: { facets: Facet[] }) =>
  offered(facets).length > 0 ? (
    <p class="govuk-body app-filter-link">
      <Link href="#filter">Filter this list</Link>
    </p>
  ) : null

export interface SortChoice {
  label: string
  href: string
  isCurrent?: boolean
}

/** The orders a list can stand in, the present one as plain words. */
export const SortLinks = ({ choices }: { choices: SortChoice[] }) => (
  <nav class="app-sort" aria-label="Order">
    <span class="app-sort__label">Sort by</span>
    <ul class="app-sort__choices">
      {choices.map(({ label, href, isCurrent }) => (
        <li>{isCurrent ? <strong aria-current="true">{label}</strong> : <Link href={href}>{label}</Link>}</li>
      ))}
    </ul>
  </nav>
)

interface KeysetPaginationProps {
  previousHref?: string | null
  nextHref?: string | null
}

/** Steps through a list that has no page numbers; nothing where one page holds all. */
export const KeysetPagination = ({ previousHref, nextHref }: KeysetPaginationProps) =>
  previousHref || nextHref ? (
    <Pagination
      previous={previousHref ? { href: previousHref } : undefined}
      next={nextHref ? { href: nextHref } : undefined}
    />
  ) : null
