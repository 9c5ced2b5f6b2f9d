import type { Db } from '#plumbing/database/database.ts'
import { type Export, inPages } from '#plumbing/export.ts'
import { listProjectIds, listWholeProjects } from './page-queries.ts'
import { publicFields, publicProject } from './public-project.ts'

/** These projects as the world may see them, in the order of their ids given. */
export const publicProjects = (db: Db, ids: string[]) =>
  inPages(ids, async page => (await listWholeProjects(db, page)).map(publicProject))

export const projects: Export = {
  name: 'projects',
  describes: 'Projects that councils plan, do and did',
  fields: publicFields,
  rows: async function* (db) {
    yield* publicProjects(db, await listProjectIds(db))
  },
}
