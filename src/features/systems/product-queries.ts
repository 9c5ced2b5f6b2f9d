import { type RawBuilder, sql } from 'kysely'
import type { Hidden } from '#features/moderation/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'

/** A product as pages show it, with what is counted of those who run it now: by source or by their own word. */
export type Product = {
  id: string
  slug: string
  name: string
  describes: string | null
  supplier: { id: string; name: string; slug: string } | null
  other_names: string[]
  listed_by: string | null
  source_name: string
  source_as_of: string
  /** Held until a curator has read it, or taken down. */
  hidden: Hidden | null
  councils: number
  confirmed: number
}

type Stored = Omit<Product, 'hidden'> & {
  state: Hidden['state'] | null
  reason: string | null
  since: Date | null
}

const productOf = ({ state, reason, since, ...row }: Stored): Product => ({
  ...row,
  hidden: state && since ? { state, reason, since } : null,
})

const products = (where: RawBuilder<unknown>) => sql<Stored>`
  select product.id, product.slug, product.name, product.describes, product.listed_by, product.source_name, product.source_as_of,
    case when supplier.id is not null
      then jsonb_build_object('id', supplier.id, 'name', supplier.name, 'slug', supplier.slug) end as supplier,
    array(select name from product_name where product_id = product.id and kind = 'other' order by name) as other_names,
    hold.state, hold.reason, hold.since,
    coalesce(run.councils, 0) as councils, coalesce(run.confirmed, 0) as confirmed
  from product
  left join organisation as supplier on supplier.id = product.supplier_id
  left join lateral (
    select count(distinct organisation_id) as councils,
      count(distinct organisation_id) filter (where state = 'confirmed') as confirmed
    from system join organisation on organisation.id = system.organisation_id
    where system.product_id = product.id and system.state <> 'not-used' and not system.is_earlier
      and organisation.status <> 'former'
    ) as run on true
  left join moderation_hold as hold on hold.subject_kind = 'product' and hold.subject_id = product.id
  where ${where}`

/** Products by id, hidden ones too. */
export async function listProductsById(db: Db, ids: string[]): Promise<Product[]> {
  if (ids.length === 0) return []
  const { rows } = await products(sql`product.id = any(${ids}::uuid[])`).execute(db)
  return rows.map(productOf)
}

export async function findProduct(db: Db, slug: string): Promise<Product> {
  const { rows } = await products(sql`product.slug = ${slug}`).execute(db)
  if (!rows[0]) throw failure('absent', '')
  return productOf(rows[0])
}

export async function findProductById(db: Db, id: string): Promise<Product> {
  const [found] = await listProductsById(db, [id])
  if (!found) throw failure('absent', '')
  return found
}

/** Where a product is now whose address this was. */
export async function findFormerAddress(db: Db, slug: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('product_former_address')
    .innerJoin('product', 'product.id', 'product_former_address.product_id')
    .select('product.slug as now')
    .where('product_former_address.slug', '=', slug)
    .executeTakeFirst()
  return found?.now
}

const notHidden = sql`not exists (
  select from moderation_hold where subject_kind = 'product' and subject_id = product.id)`

/** The products of a supplier, those that most run first. */
export async function listProductsOf(db: Db, supplierId: string): Promise<Product[]> {
  const { rows } = await products(sql`product.supplier_id = ${supplierId} and ${notHidden}`).execute(db)
  return rows.map(productOf).toSorted((a, b) => b.councils - a.councils || (a.name < b.name ? -1 : 1))
}

/** Products that everyone may see, by name. */
export async function listProducts(db: Db): Promise<Product[]> {
  const { rows } = await products(sql`${notHidden} order by lower(product.name), product.id`).execute(db)
  return rows.map(productOf)
}

export type ServiceOfProduct = {
  product_id: string
  service_id: number | null
  service: string
  councils: number
}

/** For which services products run now, those of most organisations first. */
export async function listServicesOf(db: Db, productIds: string[]): Promise<ServiceOfProduct[]> {
  if (productIds.length === 0) return []
  const { rows } = await sql<ServiceOfProduct>`
    select system.product_id, system.service_id, mode() within group (order by system.service_as_published) as service,
      count(distinct system.organisation_id) as councils
    from system join organisation on organisation.id = system.organisation_id
    where organisation.status <> 'former' and system.product_id = any(${productIds}::uuid[]) and system.state <> 'not-used' and not system.is_earlier
    group by system.product_id, system.service_id,
      case when system.service_id is null then system.service_as_published end
    order by count(distinct system.organisation_id) desc, 3`.execute(db)
  return rows
}

export type ProductOfService = {
  id: string
  slug: string
  name: string
  supplier: string | null
  councils: number
  confirmed: number
  newest: string
}

/** Which products run for a service now, those of most organisations first. */
export async function listProductsOfService(db: Db, serviceId: number): Promise<ProductOfService[]> {
  const { rows } = await sql<ProductOfService>`
    select product.id, product.slug, product.name, supplier.name as supplier,
      count(distinct system.organisation_id) as councils,
      count(distinct system.organisation_id) filter (where system.state = 'confirmed') as confirmed,
      max(system.source_as_of) as newest
    from system join product on product.id = system.product_id
    join organisation on organisation.id = system.organisation_id and organisation.status <> 'former'
    left join organisation as supplier on supplier.id = product.supplier_id
    where system.service_id = ${serviceId} and system.state <> 'not-used' and not system.is_earlier and ${notHidden}
    group by product.id, supplier.name order by 5 desc, product.name`.execute(db)
  return rows
}

export type ProductChange = {
  kind: 'renamed' | 'moved'
  was: string
  is_now: string
  reason: string
  changed_at: Date
}

/** What curators changed about a product, newest first. */
export const listChangesOf = (db: Db, productId: string): Promise<ProductChange[]> =>
  db
    .selectFrom('product_change')
    .select(['kind', 'was', 'is_now', 'reason', 'changed_at'])
    .where('product_id', '=', productId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
