import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

export type EndMove = { activityId: string; from: string | null; to: string | null }

/** From which day to which the ends of contracts moved by these activities; without those that moved again since. */
export async function listEndMoves(db: Db, activityIds: string[]): Promise<EndMove[]> {
  const { rows } = await sql<EndMove>`
    select activity.id as "activityId", detail ->> 'from' as "from", detail ->> 'to' as "to"
    from activity join contract on contract.id::text = subject_id
    where activity.id = any(${activityIds}::uuid[]) and subject_kind = 'contract'
      and contract.ends_on::text is not distinct from detail ->> 'to'`.execute(db)
  return rows
}

export type SupplierChange = { activityId: string; supplier: string | null }

/** With whom contracts are since these activities; without those that changed again since. */
export async function listSupplierChanges(db: Db, activityIds: string[]): Promise<SupplierChange[]> {
  const { rows } = await sql<SupplierChange>`
    select activity.id as "activityId", organisation.name as supplier
    from activity join contract on contract.id::text = subject_id
    left join organisation on organisation.id = contract.supplier_id
    where activity.id = any(${activityIds}::uuid[]) and subject_kind = 'contract'
      and contract.supplier_id::text is not distinct from detail ->> 'toId'`.execute(db)
  return rows
}
