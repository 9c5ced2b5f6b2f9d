import { sql } from 'kysely'
import { isAboutArea } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'

type Scope = Parameters<Slots['insightCharts']['load']>[2]

/** Bids by how they ended, of these organisations or with them, about a service area. */
export async function listCountsByOutcome(
  db: Db,
  { organisationIds, areaId }: Scope,
): Promise<{ outcome: string; count: number }[]> {
  const isOf =
    organisationIds === null
      ? sql`true`
      : sql`(${isAmong(sql`organisation_id`, organisationIds)} or id in (
          select fund_application_id from fund_application_partner
          where ${isAmong(sql`fund_application_partner.organisation_id`, organisationIds)}))`
  const { rows } = await sql<{ outcome: string; count: number }>`
    select outcome, count(*) as count from fund_application where ${isOf} and ${isAboutArea(sql`id`, areaId)}
    group by outcome order by count(*) desc, outcome`.execute(db)
  return rows
}
