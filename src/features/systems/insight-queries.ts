import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong, isChosen } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'

type Scope = Parameters<Slots['insightCharts']['load']>[2]

export type ProductInUse = {
  name: string
  slug: string
  supplier: string | null
  confirmed: number
  unconfirmed: number
}

/** Products by how many organisations of today run them, by their own word or by a source alone. */
export async function listProductsInUse(
  db: Db,
  { organisationIds, areaId, supplierId }: Scope,
  limit: number,
): Promise<ProductInUse[]> {
  const { rows } = await sql<ProductInUse>`
    select product.name, product.slug, supplier.name as supplier, confirmed, organisations - confirmed as unconfirmed
    from (
      select product_id, count(distinct organisation_id) as organisations,
        count(distinct organisation_id) filter (where system.state = 'confirmed') as confirmed
      from system join organisation on organisation.id = organisation_id left join service on service.id = service_id
      where product_id is not null and system.state <> 'not-used' and not is_earlier and organisation.status <> 'former'
        and ${isAmong(sql`organisation_id`, organisationIds)} and ${isChosen(sql`service.area_id`, areaId)}
      group by product_id) as run
    join product on product.id = product_id left join organisation as supplier on supplier.id = product.supplier_id
    where ${isChosen(sql`product.supplier_id`, supplierId)} and product.id not in (
      select subject_id from moderation_hold where subject_kind = 'product')
    order by organisations desc, product.name, product.id limit ${limit}`.execute(db)
  return rows
}
