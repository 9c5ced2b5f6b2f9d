import type { Slots } from '#plumbing/feature.ts'
import { listProjectsWhoeverSees } from './page-queries.ts'
import { isMeantFor } from './project-panels.ts'

export const moderated: Slots['moderated'] = {
  kind: 'project',
  label: 'project',
  list: async (db, ids) =>
    (await listProjectsWhoeverSees(db, ids)).map(project => ({
      id: project.id,
      title: project.title,
      path: `/projects/${project.slug}`,
      organisationId: project.organisation_id,
      isSeenBy: actor => isMeantFor(actor, project),
    })),
}
