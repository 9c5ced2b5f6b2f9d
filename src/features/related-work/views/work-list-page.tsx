import type { ComponentChildren } from 'preact'
import { type Facet, FilterLink, FilterPanel, KeysetPagination } from '#ui/filter.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState } from '#ui/section.tsx'
import { inOrder, type WorkList } from '../work-lists.ts'

type WorkListPageProps = {
  /** How many there are of what, such as "12 projects". */
  counted: string
  lead: string
  /** Where the list is, as a path. */
  path: string
  /** What an empty list says is not there. */
  words: { one: string; many: string }
  lists: WorkList[]
  facets: Facet[]
  isFiltered: boolean
  /** The order, where it is not the usual one. */
  keep?: { name: string; value: string }[]
  hrefs: { previous?: string; next?: string }
  /** What a reader can do besides reading. */
  actions?: { label: string; href: string }[]
  /** Stands over and under the records when there are any. */
  before?: ComponentChildren
  after?: ComponentChildren
  /** A card for each record. */
  children: ComponentChildren[]
}

/** A list of one kind of record, with its filters and the way to the other kinds. */
export const WorkListPage = (props: WorkListPageProps) => {
  const {
    counted,
    lead,
    path,
    words,
    lists,
    facets,
    isFiltered,
    keep,
    hrefs,
    actions,
    before,
    after,
    children,
  } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">
          {counted}
          {isFiltered && ' found'}
        </h1>
        <p class="govuk-body">{lead}</p>
        {actions?.map(({ label, href }) => (
          <Button key={href} href={href}>
            {label}
          </Button>
        ))}
        <WorkListNavigation lists={lists} current={path} />
        <FilterLink facets={facets} />
        {children.length > 0 ? (
          <>
            {before}
            {children}
            <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
            {after}
          </>
        ) : (
          <EmptyList path={path} words={words} isFiltered={isFiltered} />
        )}
      </Column>
      <Column share="one-third">
        <FilterPanel action={path} facets={facets} keep={keep} clearHref={path} />
      </Column>
    </Row>
  )
}

/** From one list of records to the next, the present one as plain words. */
const WorkListNavigation = ({ lists, current }: { lists: WorkList[]; current: string }) => (
  <nav class="app-sort" aria-label="Records">
    <span class="app-sort__label">Show</span>
    <ul class="app-sort__choices">
      {inOrder(lists).map(({ label, href }) => (
        <li key={href}>
          {href === current ? <strong aria-current="page">{label}</strong> : <Link href={href}>{label}</Link>}
        </li>
      ))}
    </ul>
  </nav>
)

const EmptyList = ({ path, words, isFiltered }: Pick<WorkListPageProps, 'path' | 'words' | 'isFiltered'>) =>
  isFiltered ? (
    <EmptyState title={`No ${words.one} fits all of these filters`}>
      <p class="govuk-body">
        Take away a filter, or <Link href={path}>see all {words.many}</Link>. To look for a problem in your
        own words, <Link href="/">check before you start</Link>.
      </p>
    </EmptyState>
  ) : (
    <EmptyState title={`There are no ${words.many} yet`}>
      <p class="govuk-body">They appear here when they have been imported.</p>
    </EmptyState>
  )
