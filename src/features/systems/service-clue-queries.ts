import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'

/** The names of products that everyone may see, each with the one service that most organisations run it for. */
async function listProductClues(db: Db) {
  const { rows } = await sql<{ name: string; serviceId: number }>`
    with run as (
      select system.product_id, system.service_id, count(distinct system.organisation_id) as councils
      from system join organisation on organisation.id = system.organisation_id and organisation.status <> 'former'
      where system.service_id is not null and system.state <> 'not-used' and not system.is_earlier and not exists (
        select from moderation_hold where subject_kind = 'product' and subject_id = system.product_id)
      group by system.product_id, system.service_id),
    placed as (
      select product_id, service_id, rank() over (partition by product_id order by councils desc) as place,
        count(*) over (partition by product_id, councils) as alike from run)
    select distinct product_name.name, placed.service_id as "serviceId"
    from placed join product_name on product_name.product_id = placed.product_id and product_name.kind in ('own', 'other')
    where place = 1 and alike = 1 order by 1, 2`.execute(db)
  return rows
}

export const productClues: Slots['serviceClues'] = { list: listProductClues }
