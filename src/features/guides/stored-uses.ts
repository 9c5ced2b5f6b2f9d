import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** One more use of a template on a day. */
export const addUse = (trx: Db, use: { guideId: string; usedOn: string; isFilled: boolean }) =>
  sql`insert into template_use (guide_id, used_on, is_filled, uses)
    values (${use.guideId}, ${use.usedOn}::date, ${use.isFilled}, 1)
    on conflict (guide_id, used_on, is_filled) do update set uses = template_use.uses + 1`.execute(trx)

export type Uses = { uses: number; filled: number; since: string }

/** How often each template was used, by the id of its guide; those that never were are absent. */
export async function listUses(db: Db): Promise<Map<string, Uses>> {
  const rows = await db
    .selectFrom('template_use')
    .select('guide_id')
    .select(({ fn }) => [fn.sum<number>('uses').as('uses'), fn.min('used_on').as('since')])
    .select(sql<number>`coalesce(sum(uses) filter (where is_filled), 0)::int`.as('filled'))
    .groupBy('guide_id')
    .orderBy('guide_id')
    .execute()
  return new Map(
    rows.map(({ guide_id, uses, filled, since }) => [guide_id, { uses: Number(uses), filled, since }]),
  )
}
