import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'
import { isCounted } from './queries.ts'

type Scope = Parameters<Slots['insightCharts']['load']>[2]

export type TakenOn = {
  title: string
  slug: string
  by: string
  live: number
  trial: number
  looking: number
  stopped: number
}

/** Things that were taken on from these organisations, or by them, those in most use first. */
export async function listTakenOn(
  db: Db,
  { organisationIds, areaId }: Scope,
  limit: number,
): Promise<TakenOn[]> {
  const counted = (state: string) => sql`count(*) filter (where version.state = ${sql.lit(state)})`
  const { rows } = await sql<TakenOn>`
    select asset.title, asset.slug, maker.name as by, ${counted('live')} as live, ${counted('trial')} as trial,
      ${counted('looking')} as looking, ${counted('stopped')} as stopped
    from adoption join adoption_version as version on adoption_id = adoption.id and version.number = adoption.number
    join asset on asset.id = adoption.asset_id join organisation as maker on maker.id = asset.organisation_id
    left join service on service.id = asset.service_id
    where ${isCounted} and asset.state = 'published'
      and asset.id not in (select subject_id from moderation_hold where subject_kind = 'asset')
      and (${isAmong(sql`asset.organisation_id`, organisationIds)} or ${isAmong(sql`adoption.organisation_id`, organisationIds)})
      and (${areaId}::integer is null or service.area_id = ${areaId}::integer)
    group by asset.id, maker.name order by live desc, trial desc, asset.title, asset.id limit ${limit}`.execute(
    db,
  )
  return rows
}
