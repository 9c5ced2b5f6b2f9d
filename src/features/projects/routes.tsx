import { Readable } from 'node:stream'
import { anyone } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { exportAsCsv } from '#plumbing/export.ts'
import { download, page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { placeOf, sliceOf, stepsFrom, withFields } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { countOf } from '#ui/money.ts'
import { listFacetCounts, listProjects, placeKey } from './list-queries.ts'
import { projects, publicProjects } from './open-data.ts'
import { findProject } from './page-queries.ts'
import { sectionNames } from './project.ts'
import { countOfAll, facetsOf, isFiltered, projectKeys, projectQuery } from './project-list.ts'
import { ProjectListPage } from './views/project-list-page.tsx'
import { ProjectPage } from './views/project-page.tsx'

const projectsAtOnce = 25
const projectsInFile = 10_000

const list = get(
  '/projects',
  { access: anyone, query: projectQuery, examples: ['/projects', '/projects?phase=alpha&sort=title'] },
  async ({ db, site, query, url }) => {
    const { sort } = query
    const place = placeOf(projectKeys[sort], query)
    const [read, counts] = await Promise.all([
      listProjects(db, query, { sort, place, limit: projectsAtOnce + 1 }),
      listFacetCounts(db, query),
    ])
    const slice = sliceOf(read, projectsAtOnce, place, placeKey(sort))
    const to = (fields: Record<string, string | undefined>) =>
      withFields(url, { after: undefined, before: undefined, ...fields })
    const count = countOfAll(counts)
    return page({
      title: countOf(count, 'project'),
      description:
        'Projects of councils: planned, under way, finished and stopped, with partners, money and outcome.',
      canonical: '/projects',
      content: (
        <ProjectListPage
          count={count}
          projects={slice.rows}
          facets={facetsOf(counts, query)}
          sort={sort}
          isFiltered={isFiltered(query)}
          lists={site.slot('workLists')}
          hrefs={{
            newest: to({ sort: undefined }),
            title: to({ sort: 'title' }),
            csv: to({}).replace('/projects', '/projects.csv'),
            ...stepsFrom(url, slice),
          }}
        />
      ),
    })
  },
)

const file = get(
  '/projects.csv',
  { access: anyone, query: projectQuery, perMinute: 30, examples: ['/projects.csv'] },
  async ({ db, query }) => {
    const listed = await listProjects(db, query, { sort: query.sort, place: {}, limit: projectsInFile })
    const ids = listed.map(({ id }) => id)
    return download({
      type: 'text/csv; charset=utf-8',
      filename: 'pipeline-projects.csv',
      body: Readable.from(exportAsCsv(db, { ...projects, rows: db => publicProjects(db, ids) })),
    })
  },
)

const detail = get(
  '/projects/:slug',
  {
    access: anyone,
    params: slugParams,
    examples: [
      '/projects/discovery-into-improving-digital-collaboration-between-local-authorities',
      '/projects/visualising-failure-in-waste-services',
    ],
  },
  async ({ db, clock, params }) => {
    const project = await findProject(db, params.slug)
    const opening = sectionNames.map(name => project[name]).find(text => text !== null)
    return page({
      title: project.title,
      description: opening?.slice(0, 200),
      way: (
        <Breadcrumbs
          items={[
            { label: 'Check', href: '/' },
            { label: 'Projects', href: '/projects' },
          ]}
        />
      ),
      content: (
        <ProjectPage
          project={project}
          related={project.related}
          services={project.services}
          today={inLondon(clock.now()).date}
        />
      ),
    })
  },
)

export const routes: Route[] = [list, file, detail]
