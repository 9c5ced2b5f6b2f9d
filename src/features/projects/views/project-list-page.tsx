import { type WorkList, WorkListNavigation } from '#features/related-work/index.ts'
import { FilterLink, FilterPanel, KeysetPagination, SortLinks } from '#ui/filter.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { EmptyState } from '#ui/section.tsx'
import type { ListedProject } from '../list-queries.ts'
import type { FacetValues } from '../project-list.ts'
import { ProjectCard } from './project-card.tsx'

export type ProjectListPageProps = {
  count: number
  projects: ListedProject[]
  facets: FacetValues[]
  sort: 'newest' | 'title'
  isFiltered: boolean
  lists: WorkList[]
  hrefs: { newest: string; title: string; csv: string; previous?: string; next?: string }
}

export const ProjectListPage = (props: ProjectListPageProps) => {
  const { count, projects, facets, sort, isFiltered, lists, hrefs } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">
          {countOf(count, 'project')}
          {isFiltered && ' found'}
        </h1>
        <p class="govuk-body">What councils plan, do and did, with partners, money and what came of it.</p>
        <WorkListNavigation lists={lists} current="/projects" />
        <FilterLink />
        {projects.length > 0 ? (
          <>
            <SortLinks
              choices={[
                { label: 'Newest', href: hrefs.newest, isCurrent: sort === 'newest' },
                { label: 'Title', href: hrefs.title, isCurrent: sort === 'title' },
              ]}
            />
            {projects.map(project => (
              <ProjectCard key={project.id} project={project} />
            ))}
            <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
            <p class="govuk-body">
              <Link href={hrefs.csv}>Download {isFiltered ? 'these projects' : 'all projects'} (CSV)</Link>
            </p>
          </>
        ) : (
          <NoProjects isFiltered={isFiltered} />
        )}
      </Column>
      <Column share="one-third">
        <FilterPanel
          action="/projects"
          facets={facets}
          keep={sort === 'newest' ? [] : [{ name: 'sort', value: sort }]}
          clearHref="/projects"
        />
      </Column>
    </Row>
  )
}

const NoProjects = ({ isFiltered }: { isFiltered: boolean }) => (
  <EmptyState title={isFiltered ? 'No project fits all of these filters' : 'There are no projects yet'}>
    <p class="govuk-body">
      {isFiltered ? (
        <>
          Take away a filter, or <Link href="/projects">see all projects</Link>. To look for a problem in your
          own words, <Link href="/">check before you start</Link>.
        </>
      ) : (
        'Projects appear here when they have been imported or published.'
      )}
    </p>
  </EmptyState>
)
