import { FilterPanel, KeysetPagination } from '#ui/filter.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { CouncilMap } from '#ui/map.tsx'
import { countOf } from '#ui/money.ts'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SourceLine } from '#ui/section.tsx'
import {
  type CouncilQuery,
  councilsPath,
  type FacetCounts,
  facetNames,
  isFiltered,
  type ListedCouncil,
} from '../council-list.ts'
import { organisationPath, statusLabels, typeLabel } from '../organisation.ts'
import type { OrganisationListPlace } from '../records.ts'
import { ListPlaces } from './list-places.tsx'

export type CouncilsPageProps = {
  query: CouncilQuery
  found: ListedCouncil[]
  shown: ListedCouncil[]
  facets: FacetCounts
  previousHref?: string
  nextHref?: string
  source: { name: string; asOf: string }
  /** What other features let people do where nothing was found. */
  places: OrganisationListPlace[]
}

const facetTitles: Record<(typeof facetNames)[number], string> = {
  type: 'Type',
  nation: 'Nation',
  region: 'Region',
  status: 'Present, former or planned',
}

/** The choices made in facets, as a form keeps them. */
const keptChoices = (query: CouncilQuery) =>
  facetNames.flatMap(name => query[name].map(value => ({ name, value })))

const NameSearch = ({ query }: { query: CouncilQuery }) => (
  <form action="/councils" method="get" aria-label="Find a council">
    {keptChoices(query).map(({ name, value }) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Input
      name="q"
      type="search"
      label="Name or code"
      hint="Short, old and Welsh names work too"
      value={query.q}
      maxlength={200}
      class="govuk-!-width-two-thirds"
      autocomplete="off"
    />
    <Button class="govuk-button--secondary">Find</Button>
  </form>
)

const CouncilRow = ({ council }: { council: ListedCouncil }) => (
  <li class="app-row">
    <Link href={organisationPath(council.slug)}>
      <strong>{council.name}</strong>
    </Link>
    <MetaLine
      items={[
        council.status !== 'current' && statusLabels[council.status],
        council.type && typeLabel(council.type),
        council.region || council.nation,
      ]}
    />
  </li>
)

const Nothing = ({ query, places }: Pick<CouncilsPageProps, 'query' | 'places'>) => (
  <EmptyState title={query.q ? `No council is called “${query.q}” here` : 'No council fits these filters'}>
    <p class="govuk-body">
      {query.status.length > 0 && query.status.length < 3 && (
        <>
          <Link href={councilsPath({ ...query, status: ['current', 'former', 'planned'] })}>
            Look among present, former and planned councils
          </Link>
          .{' '}
        </>
      )}
      <Link href="/councils">See all councils</Link>. Suppliers, networks and other public bodies are{' '}
      <Link href="/organisations">on their own page</Link>.
    </p>
    <ListPlaces places={places} />
  </EmptyState>
)

export const CouncilsPage = (props: CouncilsPageProps) => {
  const { query, found, shown, facets, source } = props
  const marked = isFiltered(query) ? found.filter(({ gssCode }) => gssCode) : []
  return (
    <>
      <h1 class="govuk-heading-xl">
        {countOf(found.length, 'council', 'councils and combined authorities')}
      </h1>
      <Row>
        <Column share="one-quarter">
          <FilterPanel
            action="/councils"
            clearHref={councilsPath({ q: query.q })}
            keep={query.q ? [{ name: 'q', value: query.q }] : []}
            facets={facetNames.map(name => ({
              name,
              title: facetTitles[name],
              values: facets[name],
              isOpen: name === 'nation',
            }))}
          />
        </Column>
        <Column share="one-half">
          <NameSearch query={query} />
          {found.length === 0 ? (
            <Nothing query={query} places={props.places} />
          ) : (
            <ul class="govuk-list">
              {shown.map(council => (
                <CouncilRow council={council} />
              ))}
            </ul>
          )}
          <KeysetPagination previousHref={props.previousHref} nextHref={props.nextHref} />
          <SourceLine name={source.name} date={source.asOf} />
        </Column>
        <Column share="one-quarter">
          <h2 class="govuk-heading-s">On the map</h2>
          <CouncilMap
            id="councils-map"
            title="Councils of the United Kingdom"
            description={
              marked.length > 0
                ? `${countOf(marked.length, 'area')} of the list ${marked.length === 1 ? 'is' : 'are'} marked. The list on this page names each.`
                : 'All districts, none marked. Choose a type, nation or region to mark its councils.'
            }
            highlighted={marked.map(({ gssCode, name }) => ({ gss: gssCode!, level: 2, label: name }))}
          />
          <p class="govuk-body-s">
            {marked.length > 0
              ? 'The councils of this list are marked.'
              : 'Choose a type, nation or region to mark its councils.'}
          </p>
          <h2 class="govuk-heading-s">Take it with you</h2>
          <p class="govuk-body-s">
            <Link href={councilsPath({ ...query, after: undefined, before: undefined }, '/councils.csv')}>
              This list as CSV
            </Link>
          </p>
          <p class="govuk-body-s">
            <Link href="/organisations">Other organisations named here</Link>
          </p>
        </Column>
      </Row>
    </>
  )
}
