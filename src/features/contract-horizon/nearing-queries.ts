import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

export type Nearing = { activityId: string; months: number; endsOn: string }

/** How near the ends came by these activities; without contracts that end on another day by now. */
export async function listNearing(db: Db, activityIds: string[]): Promise<Nearing[]> {
  const { rows } = await sql<Nearing>`
    select activity.id as "activityId", (detail ->> 'months')::int as months, detail ->> 'endsOn' as "endsOn"
    from activity join contract on contract.id::text = subject_id
    where activity.id = any(${activityIds}::uuid[]) and subject_kind = 'contract'
      and contract.ends_on::text = detail ->> 'endsOn'`.execute(db)
  return rows
}

/** Contracts that end after one day and until another. */
export const listEndingBetween = (db: Db, after: string, until: string) =>
  db
    .selectFrom('contract')
    .select(['id', 'ends_on'])
    .where('ends_on', '>', after)
    .where('ends_on', '<=', until)
    .orderBy('ends_on')
    .orderBy('id')
    .execute()

/** Marks until which day it was looked, and gives until which it had been; undefined where that is a first time. */
export async function lookUntil(trx: Db, day: string): Promise<string | undefined> {
  const before = await trx.selectFrom('horizon_nearing').select('looked_until').forUpdate().executeTakeFirst()
  if (before && before.looked_until >= day) return before.looked_until
  await trx
    .insertInto('horizon_nearing')
    .values({ looked_until: day })
    .onConflict(conflict => conflict.column('is_only').doUpdateSet({ looked_until: day }))
    .execute()
  return before?.looked_until
}
