import { sql } from 'kysely'
import { isAboutArea } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong, isChosen } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'

type Scope = Parameters<Slots['insightCharts']['load']>[2]

export type YearOfNotices = { year: string; toSmall: number; toLarge: number; other: number }

/** Notices by the year they were published in, and by who won. */
export async function listCountsByYear(
  db: Db,
  { organisationIds, areaId, supplierId }: Scope,
): Promise<YearOfNotices[]> {
  const { rows } = await sql<YearOfNotices>`
    select extract(year from published_on)::text as year,
      count(*) filter (where supplier_size in ('micro', 'small', 'medium')) as "toSmall",
      count(*) filter (where supplier_size = 'large') as "toLarge",
      count(*) filter (where coalesce(supplier_size, '') not in ('micro', 'small', 'medium', 'large')) as other
    from notice
    where ${isAmong(sql`organisation_id`, organisationIds)} and ${isChosen(sql`supplier_id`, supplierId)} and ${isAboutArea(sql`id`, areaId)}
    group by 1 order by 1`.execute(db)
  return rows
}
