import type { ImportFormat } from '#plumbing/import.ts'
import { takeInProjects } from './actions.ts'
import type { PublishedProject } from './project.ts'

/** How every format of projects goes on once its rows are read. */
export const takenInAsProjects: Pick<ImportFormat<PublishedProject>, 'key' | 'write'> = {
  key: ({ key }) => key,
  write: (trx, rows, context) =>
    takeInProjects(
      trx,
      rows.map(({ row }) => row),
      context,
    ),
}
