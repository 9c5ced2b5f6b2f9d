import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isShown, isShownProduct } from './ending-queries.ts'
import { horizonFrom } from './window.ts'

/** The titles of those of these contracts that end within the horizon, by id. */
export async function listTitlesEnding(db: Db, today: string, ids: string[]): Promise<Map<string, string>> {
  const { from, to } = horizonFrom(today)
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from contract
    where id = any(${ids}::uuid[]) and ends_on between ${from}::date and ${to}::date and ${isShown}
    order by array_position(${ids}::uuid[], id)`.execute(db)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export type NamedProduct = { id: string; slug: string; name: string; names: string[] }

/** The products one of whose names stands somewhere in a text, in whatever case and as part of a word or not. */
export async function listProductsIn(db: Db, text: string): Promise<NamedProduct[]> {
  const { rows } = await sql<NamedProduct>`
    select * from (
      select id, slug, name, array[name] || array(
        select product_name.name from product_name where product_id = product.id and kind = 'other' order by 1) as names
      from product where ${isShownProduct(sql`product.id`)}) as named
    where exists (
      select from unnest(names) as called where length(called) > 2 and strpos(lower(${text}), lower(called)) > 0)
    order by name, id`.execute(db)
  return rows
}

export type SoonEnding = {
  id: string
  /** The product that was asked for and is run under it. */
  productId: string | null
  isOfService: boolean
}

type Sought = { serviceIds: number[]; productIds: string[]; met: string[]; not: string[]; limit: number }

/**
 * Contracts under which one of these products is run, then those that the text met, then those for these services, each
 * the first to end first; and how many there are of the services and of the products.
 */
export async function listSoonest(
  db: Db,
  today: string,
  { serviceIds, productIds, met, not, limit }: Sought,
): Promise<{ contracts: SoonEnding[]; ofServices: number; ofProducts: number }> {
  const { from, to } = horizonFrom(today)
  const { rows } = await sql<SoonEnding & { ofServices: number; ofProducts: number }>`
    with run as (
      select contract_id, (array_agg(product_id order by product_id))[1] as product_id from system
      where product_id = any(${productIds}::uuid[]) and contract_id is not null and state <> 'not-used' group by contract_id),
    sought as (
      select contract.id, contract.ends_on, run.product_id, contract.id = any(${met}::uuid[]) as is_met,
        coalesce(contract.service_id = any(${serviceIds}::int[]), false) as is_of_service
      from contract left join run on run.contract_id = contract.id
      where (contract.service_id = any(${serviceIds}::int[]) or contract.id = any(${met}::uuid[])
          or contract.id in (select contract_id from run))
        and contract.ends_on between ${from}::date and ${to}::date
        and contract.id <> all(${not}::uuid[]) and ${isShown})
    select id, product_id as "productId", is_of_service as "isOfService",
      (count(*) filter (where is_of_service) over ())::int as "ofServices", (count(product_id) over ())::int as "ofProducts"
    from sought order by product_id is null, is_met desc, ends_on, id limit ${limit}`.execute(db)
  return {
    contracts: rows.map(({ id, productId, isOfService }) => ({ id, productId, isOfService })),
    ofServices: rows[0]?.ofServices ?? 0,
    ofProducts: rows[0]?.ofProducts ?? 0,
  }
}
