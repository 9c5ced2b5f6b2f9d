import type { Said, SourceKind } from '#features/plan-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'

export type NewVersion = Said & {
  milestone_id: string
  number: number
  is_removed: boolean
  source_said: Said | null
  made_at: Date
  person_id: string | null
  import_id: string | null
}

const insertVersion = (trx: Db, { source_said, ...version }: NewVersion) =>
  trx
    .insertInto('milestone_version')
    .values({ ...version, source_said: source_said && JSON.stringify(source_said) })
    .execute()

type Source = { source_kind: SourceKind; source_key: string }

/** A milestone and the first that is said of it. */
export async function insertMilestone(
  trx: Db,
  { plan_id, source }: { plan_id: string; source: Source | null },
  version: NewVersion,
): Promise<void> {
  await trx
    .insertInto('milestone')
    .values({ id: version.milestone_id, plan_id, version: version.number, ...source })
    .execute()
  await insertVersion(trx, version)
}

/** Says something else of a milestone; `source` where it is from now on known by what a file calls it. */
export async function updateMilestone(trx: Db, version: NewVersion, source?: Source): Promise<void> {
  await insertVersion(trx, version)
  await trx
    .updateTable('milestone')
    .set({ version: version.number, ...source })
    .where('id', '=', version.milestone_id)
    .execute()
}
