import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** What another organisation runs that the asker runs too, or that is of the same supplier for the same service. */
export type SharedSystem = {
  organisation_id: string
  /** How many of the asker's systems in question it has in common, and one of them. */
  products: number
  product: string | null
  suppliers: number
  supplier: string | null
  /** How many systems of the asker are in question. */
  of: number
}

const inUse = (name: string) => {
  const system = sql.ref(name)
  return sql`${system}.state <> 'not-used' and not ${system}.is_earlier and ${system}.product_id is not null
    and not exists (select from moderation_hold where subject_kind = 'product' and subject_id = ${system}.product_id)`
}

/** By the asker's systems for these services; null stands for all of them. */
export async function listShared(
  db: Db,
  askerId: string,
  serviceIds: number[] | null,
): Promise<SharedSystem[]> {
  const { rows } = await sql<SharedSystem>`
    with own as (
      select distinct own.product_id, own.service_id, product.supplier_id, product.name, supplier.name as supplier
      from system as own join product on product.id = own.product_id
      left join organisation as supplier on supplier.id = product.supplier_id
      where own.organisation_id = ${askerId} and own.service_id is not null and ${inUse('own')}
        and (${serviceIds === null} or own.service_id = any(${serviceIds ?? []}::int[])))
    select other.organisation_id,
      count(distinct own.product_id) filter (where other.product_id = own.product_id) as products,
      min(own.name) filter (where other.product_id = own.product_id) as product,
      count(distinct own.product_id) filter (where other.product_id <> own.product_id) as suppliers,
      min(own.supplier) filter (where other.product_id <> own.product_id) as supplier,
      (select count(distinct product_id) from own) as of
    from own
    join system as other on other.service_id = own.service_id and other.organisation_id <> ${askerId}
    join product on product.id = other.product_id
    where ${inUse('other')} and (other.product_id = own.product_id or product.supplier_id = own.supplier_id)
    group by other.organisation_id`.execute(db)
  return rows
}
