import { type WorkList, WorkListPage } from '#features/related-work/index.ts'
import { SortLinks } from '#ui/filter.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import type { ListedProject } from '../list-queries.ts'
import type { FacetValues } from '../project-list.ts'
import { ProjectCard } from './project-card.tsx'

export type ProjectListPageProps = {
  count: number
  projects: ListedProject[]
  facets: FacetValues[]
  sort: 'newest' | 'title'
  isFiltered: boolean
  /** Some are shown that not everyone sees: the file, which may go anywhere, is without them. */
  hasClosed: boolean
  lists: WorkList[]
  actions: { label: string; href: string }[]
  hrefs: { newest: string; title: string; csv: string; previous?: string; next?: string }
}

export const ProjectListPage = ({
  count,
  projects,
  sort,
  hasClosed,
  hrefs,
  ...list
}: ProjectListPageProps) => (
  <WorkListPage
    counted={countOf(count, 'project')}
    lead="What councils plan, do and did, with partners, money and what came of it."
    path="/projects"
    words={{ one: 'project', many: 'projects' }}
    keep={sort === 'newest' ? [] : [{ name: 'sort', value: sort }]}
    hrefs={hrefs}
    before={
      <SortLinks
        choices={[
          { label: 'Newest', href: hrefs.newest, isCurrent: sort === 'newest' },
          { label: 'Title', href: hrefs.title, isCurrent: sort === 'title' },
        ]}
      />
    }
    after={
      <p class="govuk-body">
        <Link href={hrefs.csv}>Download {list.isFiltered ? 'these projects' : 'all projects'} (CSV)</Link>
        {hasClosed && ', without those that not everyone may see'}
      </p>
    }
    {...list}
  >
    {projects.map(project => (
      <ProjectCard key={project.id} project={project} />
    ))}
  </WorkListPage>
)
