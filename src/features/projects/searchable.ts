import { listResting } from '#features/freshness/index.ts'
import { typeLabel } from '#features/organisations/index.ts'
import { listWorkContexts, sayPartners } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listIdsShownTo } from './listed-queries.ts'
import { listMatched, listProjectsWhoeverSees, type Project } from './page-queries.ts'
import { phaseWords, sectionNames, stateWords } from './project.ts'
import { sayMoney, sayWhen } from './views/project-words.ts'
import { takesPart } from './written-project.ts'

/** All that a project says in sentences. */
export const textsOf = (project: Project): string[] =>
  [
    ...sectionNames.map(name => project[name]),
    ...project.other_sections.map(({ text }) => text),
    project.outcome,
    project.learned,
    project.roles_sought,
    project.stop_reason,
    ...project.updates.map(({ text }) => text),
  ].filter(text => text !== null)

/** What a line under its title says. */
export const metaOf = (project: Project): string[] =>
  [
    project.phase && phaseWords[project.phase].toLowerCase(),
    sayWhen(project),
    sayMoney(project.funding),
    stateWords[project.state].toLowerCase(),
  ].filter(item => item !== null)

export const summaryOf = (project: Project): string => project.problem ?? project.why ?? project.outcome ?? ''

/** Projects as they are searched, in this order. */
export async function documentsOf(db: Db, projects: Project[]) {
  const contexts = await listWorkContexts(
    db,
    projects.map(({ id }) => id),
  )
  return projects.map(project => {
    const { services, areas, sentences } = contexts.get(project.id)!
    const partners = project.partners.filter(takesPart).map(({ name }) => name)
    return {
      id: project.id,
      url: `/projects/${project.slug}`,
      title: project.title,
      summary: summaryOf(project),
      says: textsOf(project).join('\n'),
      text: [
        project.organisation?.name,
        project.organisation_as_published,
        project.department,
        ...partners,
        ...textsOf(project),
        ...project.funding.map(({ note }) => note),
        ...project.tags,
      ]
        .filter(Boolean)
        .join('\n'),
      remarks: sentences,
      date: project.dated_on,
      facets: {
        services,
        areas,
        organisations: project.organisation_id ? [project.organisation_id] : [],
        regions: project.region ? [project.region] : [],
        organisationTypes: project.organisation_type ? [typeLabel(project.organisation_type)] : [],
        phase: project.phase,
        outcome: null,
      },
      meta: [project.organisation?.name ?? null, sayPartners(partners), ...metaOf(project)].filter(
        item => item !== null,
      ),
    }
  })
}

export const searchable: Slots['searchable'] = {
  kind: 'project',
  label: { one: 'project', many: 'projects' },
  documents: async (db, ids) => documentsOf(db, await listMatched(db, ids)),
}

export const shownToSome: Slots['shownToSome'] = {
  kind: 'project',
  list: async (db, actor) => {
    const ids = await listIdsShownTo(db, actor)
    const resting = await listResting(db, 'project', ids)
    const projects = await listProjectsWhoeverSees(
      db,
      ids.filter(id => !resting.has(id)),
    )
    const documents = await documentsOf(db, projects)
    return documents.map((document, at) => ({ ...document, visibility: projects[at]!.visibility }))
  },
}
