import { type Facet, FilterLink, FilterPanel, KeysetPagination, SortLinks } from '#ui/filter.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { EmptyState } from '#ui/section.tsx'
import type { ListedProblem } from '../list-queries.ts'
import { ownPath } from '../problem.ts'
import type { ProblemQuery } from '../problem-list.ts'
import { ProblemCard } from './problem-card.tsx'

type Sort = ProblemQuery['sort']

type Waiting = { id: string; slug: string | null; title: string }

interface ProblemListPageProps {
  count: number
  problems: (ListedProblem & { figures: string[] })[]
  /** Those of the reader's organisations that a curator has not read yet. */
  waiting: Waiting[]
  facets: Facet[]
  sort: Sort
  isFiltered: boolean
  hrefs: { newest: string; councils?: string; title: string; previous?: string; next?: string }
}

export const ProblemListPage = (props: ProblemListPageProps) => {
  const { count, problems, waiting, facets, sort, isFiltered, hrefs } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">
          {countOf(count, 'problem')}
          {isFiltered && ' found'}
        </h1>
        <p class="govuk-body">
          What makes a service worse or dearer, in the words of those who run it. No solutions: those are{' '}
          <Link href="/projects">projects</Link>.
        </p>
        <Button href="/problems/new">Raise a problem</Button>
        {waiting.length > 0 && <WaitingProblems problems={waiting} />}
        <FilterLink facets={facets} />
        {problems.length > 0 ? (
          <>
            <SortLinks
              choices={[
                { label: 'Newest', href: hrefs.newest, isCurrent: sort === 'newest' },
                ...(hrefs.councils
                  ? [{ label: 'Most councils', href: hrefs.councils, isCurrent: sort === 'councils' }]
                  : []),
                { label: 'Title', href: hrefs.title, isCurrent: sort === 'title' },
              ]}
            />
            {problems.map(problem => (
              <ProblemCard key={problem.id} problem={problem} />
            ))}
            <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
          </>
        ) : (
          (isFiltered || waiting.length === 0) && <NoProblems isFiltered={isFiltered} />
        )}
      </Column>
      <Column share="one-third">
        <FilterPanel
          action="/problems"
          facets={facets}
          keep={sort === 'newest' ? [] : [{ name: 'sort', value: sort }]}
          clearHref="/problems"
        />
      </Column>
    </Row>
  )
}

const WaitingProblems = ({ problems }: { problems: Waiting[] }) => (
  <InsetText>
    <p class="govuk-body">
      {problems.length === 1
        ? 'This waits for a curator. Until then only your organisation sees it:'
        : 'These wait for a curator. Until then only your organisation sees them:'}
    </p>
    <ul class="govuk-list">
      {problems.map(problem => (
        <li key={problem.id}>
          <Link href={ownPath(problem)}>{problem.title}</Link>
        </li>
      ))}
    </ul>
  </InsetText>
)

const NoProblems = ({ isFiltered }: { isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState title="No problem fits all of these filters">
      <p class="govuk-body">
        Take away a filter, or <Link href="/problems">see all problems</Link>. To look for one in your own
        words, <Link href="/">check before you start</Link>.
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="Nobody has raised a problem yet">
      <p class="govuk-body">
        Yours can be the first: it takes about ten minutes, and you can stop after each step and come back.
      </p>
    </EmptyState>
  )
