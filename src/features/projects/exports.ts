import type { Db } from '#plumbing/database/database.ts'
import type { Export, ExportRow } from '#plumbing/export.ts'
import { listProjectIds, listWholeProjects } from './page-queries.ts'
import { publicFields, publicProject } from './public-project.ts'

const rowsAtOnce = 200

/** These projects as the world may see them, in the order of their ids given. */
export async function* publicProjects(db: Db, ids: string[]): AsyncGenerator<ExportRow[]> {
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    const batch = ids.slice(start, start + rowsAtOnce)
    const byId = new Map((await listWholeProjects(db, batch)).map(project => [project.id, project]))
    yield batch.flatMap(id => {
      const project = byId.get(id)
      return project ? [publicProject(project)] : []
    })
  }
}

export const projects: Export = {
  name: 'projects',
  describes: 'Projects that councils plan, do and did',
  fields: publicFields,
  rows: async function* (db) {
    yield* publicProjects(db, await listProjectIds(db))
  },
}
