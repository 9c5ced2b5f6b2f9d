import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listProjectsOfOrganisation, listProjectsOfService, type ProjectLine } from './page-queries.ts'
import { phaseWords } from './project.ts'

const recordOf = ({ title, slug, phase, dated, organisation }: ProjectLine, notes: string[] = []) => ({
  title,
  href: `/projects/${slug}`,
  meta: [...notes, organisation, phase && phaseWords[phase].toLowerCase()].filter(item => item !== null),
  date: dated,
})

export const ofOrganisation: Slots['organisationRecords'] = {
  title: 'Projects',
  list: async (db: Db, organisationId: string) => {
    const projects = await listProjectsOfOrganisation(db, organisationId)
    return projects.map(project => recordOf(project, project.leads ? [] : ['as a partner']))
  },
}

export const ofService: Slots['serviceRecords'] = {
  title: 'Projects',
  list: async (db: Db, serviceId: number) =>
    (await listProjectsOfService(db, serviceId)).map(project => recordOf(project)),
}
