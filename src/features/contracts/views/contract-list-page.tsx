import type { ComponentChildren } from 'preact'
import { type Facet, FilterLink, FilterPanel, KeysetPagination } from '#ui/filter.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState } from '#ui/section.tsx'
import { type ContractFilters, filterFields } from '../contract-list.ts'
import type { ListedContract } from '../list-queries.ts'
import { ContractSearch } from './contract-filters.tsx'
import { ContractRow } from './contract-row.tsx'

export type ContractListPageProps = {
  title: string
  /** The slug of the organisation whose contracts these are. */
  of?: string
  caption?: string
  lead: string
  path: string
  fileHref: string
  contracts: ListedContract[]
  facets: Facet[]
  filters: ContractFilters
  isFiltered: boolean
  today: string
  hrefs: { previous?: string; next?: string }
  /** What stands where there are none at all. */
  nothing: ComponentChildren
  /** What its leads can do. */
  actions?: ComponentChildren
}

/** Contracts in the order in which they end, with filters; of all councils or of one organisation. */
export const ContractListPage = (props: ContractListPageProps) => {
  const { title, caption, lead, path, contracts, facets, filters, isFiltered, today, hrefs } = props
  return (
    <Row>
      <Column share="two-thirds">
        {caption && <span class="govuk-caption-l">{caption}</span>}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{lead}</p>
        {props.actions}
        <FilterLink facets={facets} />
        {(contracts.length > 0 || isFiltered) && (
          <Details summary="Find by words, or by when they end" open={isFiltered}>
            <ContractSearch action={path} filters={filters} />
          </Details>
        )}
        {contracts.map(contract => (
          <ContractRow contract={contract} today={today} of={props.of} />
        ))}
        {contracts.length === 0 && (
          <EmptyState title={isFiltered ? 'No contract fits all of this' : 'There are no contracts yet'}>
            {isFiltered ? (
              <p class="govuk-body">
                Take away a filter or a word, or <Link href={path}>see all contracts</Link>.
              </p>
            ) : (
              props.nothing
            )}
          </EmptyState>
        )}
        <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
        {contracts.length > 0 && (
          <p class="govuk-body">
            <Link href={props.fileHref}>This list as CSV</Link>
          </p>
        )}
      </Column>
      <Column share="one-third">
        <FilterPanel
          action={path}
          facets={facets}
          keep={filterFields(filters).filter(({ name }) => ['q', 'from', 'to'].includes(name))}
          clearHref={path}
        />
      </Column>
    </Row>
  )
}
