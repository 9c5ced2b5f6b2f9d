import { phases, phaseWords, sectionNames, states, stateWords } from '#features/projects/project.ts'
import { facetTitles } from '#features/projects/project-list.ts'
import { countOf } from '#ui/money.ts'
import { pageNumber, paginationOf, several, withFields } from './addresses.mjs'
import * as list from './project-list-queries.mjs'
import * as queries from './project-queries.mjs'

const perPage = 25
const { workLists } = JSON.parse(process.env.FRAME)

const inOrder = {
  phase: (a, b) => phases.indexOf(a.value) - phases.indexOf(b.value),
  state: (a, b) => states.indexOf(a.value) - states.indexOf(b.value),
}
const byLabel = (a, b) => a.label.localeCompare(b.label, 'en-GB')
const labels = { phase: phaseWords, state: stateWords }

const facetOf = (name, counts, chosen) => ({
  name,
  title: facetTitles[name],
  values: counts
    .map(({ value, label, count }) => ({
      value,
      label: label ?? labels[name]?.[value] ?? value,
      count,
      isChosen: chosen.includes(value),
    }))
    .sort(inOrder[name] ?? byLabel),
})

export async function projectList(request, response) {
  const { query } = request
  const names = Object.keys(facetTitles)
  const filters = Object.fromEntries(names.map(name => [name, several(query[name])]))
  const sort = query.sort === 'title' ? 'title' : 'newest'
  const page = pageNumber(query.page)
  const [rows, count, ...counts] = await Promise.all([
    list.listProjects(filters, sort, page, perPage),
    list.countProjects(filters),
    ...names.map(name => list.countByFacet(name, filters)),
  ])
  const ids = rows.map(({ id }) => id)
  const [partners, funding] = await Promise.all([list.listPartners(ids), list.listFunding(ids)])
  const of = id => row => row.project_id === id
  response.render('project-list', {
    title: countOf(count, 'project'),
    description:
      'Projects of councils: planned, under way, finished and stopped, with partners, money and outcome.',
    path: '/projects',
    count,
    projects: rows.map(project => ({
      ...project,
      partners: partners.filter(of(project.id)).map(({ name }) => name),
      funding: funding.filter(of(project.id)),
    })),
    facets: names.map((name, at) => facetOf(name, counts[at], filters[name])),
    isFiltered: names.some(name => filters[name].length > 0),
    sort,
    newest: withFields(request, { sort: undefined, page: undefined }),
    byTitle: withFields(request, { sort: 'title', page: undefined }),
    file: withFields(request, { page: undefined }).replace('/projects', '/projects.csv'),
    lists: workLists.map(({ label, href }) => ({ label, href, current: href === '/projects' && 'page' })),
    pagination: count > perPage ? paginationOf(request, page, Math.ceil(count / perPage)) : undefined,
  })
}

export async function projectPage(request, response, next) {
  const project = await queries.findProject(request.params.slug)
  if (!project) return next()
  const { id } = project
  const [partners, funding, updates, sources, services, related] = await Promise.all([
    queries.listPartners(id),
    queries.listFunding(id),
    queries.listUpdates(id),
    queries.listSources(id),
    queries.listServices(id),
    queries.listRelated(id),
  ])
  const opening = sectionNames.map(name => project[name]).find(text => text !== null)
  response.render('project', {
    title: project.title,
    description: opening?.slice(0, 200),
    path: request.path,
    project: { ...project, partners, funding, updates, sources },
    services,
    related,
    today: new Date().toISOString().slice(0, 10),
  })
}
