import { visibilityTags } from '#features/accounts/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listProjectsOfOrganisation, listProjectsOfService, type ProjectLine } from './page-queries.ts'
import { phaseWords } from './project.ts'

const recordOf = (
  { title, slug, phase, dated, organisation, visibility }: ProjectLine,
  notes: string[] = [],
) => ({
  title,
  href: `/projects/${slug}`,
  meta: [...notes, organisation, phase && phaseWords[phase].toLowerCase()].filter(item => item !== null),
  date: dated,
  tag: visibilityTags[visibility],
})

export const ofOrganisation: Slots['organisationRecords'] = {
  title: 'Projects',
  list: async (db, organisationId, actor) => {
    const projects = await listProjectsOfOrganisation(db, organisationId, actor)
    return projects.map(project => recordOf(project, project.leads ? [] : ['as a partner']))
  },
}

export const ofService: Slots['serviceRecords'] = {
  title: 'Projects',
  list: async (db, serviceId, actor) =>
    (await listProjectsOfService(db, serviceId, actor)).map(project => recordOf(project)),
}
