import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'
import { isAboutArea } from './area-queries.ts'
import { isShown } from './queries.ts'

type Scope = Parameters<Slots['insightCharts']['load']>[2]

export type TakenUp = {
  later: string
  later_path: string
  later_by: string | null
  earlier: string
  earlier_path: string
  earlier_by: string | null
}

/** Work that took up other work, by these organisations or of theirs, the newest first. */
export async function listTakenUp(
  db: Db,
  { organisationIds, areaId }: Scope,
  limit: number,
): Promise<TakenUp[]> {
  const { rows } = await sql<TakenUp>`
    select later.title as later, later.path as later_path, later_by.name as later_by,
      earlier.title as earlier, earlier.path as earlier_path, earlier_by.name as earlier_by
    from work_relation join work as later on later.id = from_id join work as earlier on earlier.id = to_id
    left join organisation as later_by on later_by.id = later.organisation_id
    left join organisation as earlier_by on earlier_by.id = earlier.organisation_id
    where relation = 'follows' and ${isShown('later')} and ${isShown('earlier')}
      and (${isAmong(sql`later.organisation_id`, organisationIds)} or ${isAmong(sql`earlier.organisation_id`, organisationIds)})
      and ${isAboutArea(sql`later.id`, areaId)}
    order by later.dated desc nulls last, later.id limit ${limit}`.execute(db)
  return rows
}
