import type { Db } from '#plumbing/database/database.ts'
import type { ListedImport } from './brought-file.ts'

/** The files of a project's milestones, the latest first. */
export const listImports = (db: Db, planId: string): Promise<ListedImport[]> =>
  db
    .selectFrom('milestone_import')
    .select(['id', 'file_name as fileName', 'state', 'made_at as madeAt'])
    .where('plan_id', '=', planId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
