import type { SourceKind } from '#features/plan-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { ToWrite } from './foresee.ts'
import { insertMilestone, type NewVersion, updateMilestone } from './stored-milestones.ts'

type By = { made_at: Date; person_id: string | null; import_id: string | null }

/** Writes what a file says of one milestone; its id. */
export async function writeForeseen(
  trx: Db,
  { planId, kind, write, by }: { planId: string; kind: SourceKind; write: ToWrite; by: By },
): Promise<string> {
  const { key, standing, said, sourceSaid } = write
  const source = { source_kind: kind, source_key: key }
  const version = (milestone_id: string, number: number): NewVersion => ({
    ...said,
    ...by,
    milestone_id,
    number,
    is_removed: false,
    source_said: sourceSaid,
  })
  if (standing) {
    await updateMilestone(trx, version(standing.id, standing.number + 1), source)
    return standing.id
  }
  const id = newId()
  await insertMilestone(trx, { plan_id: planId, source }, version(id, 1))
  return id
}
