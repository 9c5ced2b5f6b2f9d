import { Readable } from 'node:stream'
import { listResting } from '#features/freshness/index.ts'
import { NotShownPage } from '#features/moderation/index.ts'
import { anyone } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { exportAsCsv } from '#plumbing/export.ts'
import { failure } from '#plumbing/failures.ts'
import { download, page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { placeOf, sliceOf, stepsFrom, withFields } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { countOf } from '#ui/money.ts'
import { listFacetCounts, listProjects, placeKey } from './list-queries.ts'
import { listIdsShownTo } from './listed-queries.ts'
import { projects, publicProjects } from './open-data.ts'
import { findProject } from './page-queries.ts'
import { sectionNames } from './project.ts'
import { countOfAll, facetsOf, isFiltered, projectKeys, projectQuery } from './project-list.ts'
import { isWithheldFrom, mayRead } from './project-panels.ts'
import { ProjectListPage } from './views/project-list-page.tsx'
import { ProjectPage } from './views/project-page.tsx'

const projectsAtOnce = 25
const projectsInFile = 10_000

const list = get(
  '/projects',
  { access: anyone, query: projectQuery, examples: ['/projects', '/projects?phase=alpha&sort=title'] },
  async ({ db, site, actor, query, url }) => {
    const { sort } = query
    const place = placeOf(projectKeys[sort], query)
    const besides = await listIdsShownTo(db, actor)
    const [read, counts] = await Promise.all([
      listProjects(db, query, { sort, place, limit: projectsAtOnce + 1, besides }),
      listFacetCounts(db, query, besides),
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
          hasClosed={besides.length > 0}
          lists={site.slot('workLists')}
          actions={site.slot('projectActions')}
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

const projectWay = (
  <Breadcrumbs
    items={[
      { label: 'Check', href: '/' },
      { label: 'Projects', href: '/projects' },
    ]}
  />
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
  async ({ db, site, clock, actor, params }) => {
    const project = await findProject(db, params.slug)
    const { hidden } = project
    if (hidden && isWithheldFrom(actor, project))
      return page({
        way: projectWay,
        unlisted: true,
        title: 'This project is not shown',
        content: <NotShownPage what="This project" hidden={hidden} />,
      })
    if (!mayRead(actor, project)) throw failure('absent', '')
    const opening = sectionNames.map(name => project[name]).find(text => text !== null)
    const panels = project.is_written
      ? await Promise.all(site.slot('projectPanels').map(({ load }) => load(db, clock, actor, project)))
      : []
    const isOut = (await listResting(db, 'project', [project.id])).size > 0
    return page({
      way: projectWay,
      unlisted: hidden !== null || !project.is_listed,
      title: project.title,
      watch: hidden === null && project.is_listed && !isOut ? 'what becomes of this project' : undefined,
      description: opening?.slice(0, 200),
      feeds: panels.flat().flatMap(({ feed }) => feed ?? []),
      content: (
        <ProjectPage
          project={project}
          related={project.related}
          services={project.services}
          hidden={hidden}
          today={inLondon(clock.now()).date}
          panels={panels.flat()}
        />
      ),
    })
  },
)

export const routes: Route[] = [list, file, detail]
