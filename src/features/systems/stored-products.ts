import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { freeSlug, slugOf } from '#plumbing/slug.ts'
import { productKey } from './product-names.ts'
import type { ProductChangeTable, ProductNameTable, ProductTable } from './tables.ts'

export type ProductRow = Insertable<ProductTable>
export type NameKind = ProductNameTable['kind']
export type KnownProduct = { id: string; slug: string; name: string; supplierId: string | null }

/** Products by what they are called; a name that several bear is absent, but for the one whose own name it is. */
export async function listProductsByNames(db: Db, names: string[]): Promise<Map<string, KnownProduct>> {
  const keys = [...new Set(names.map(productKey))].filter(Boolean)
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('product_name')
    .innerJoin('product', 'product.id', 'product_name.product_id')
    .select(['product.id', 'product.slug', 'product.name', 'supplier_id as supplierId', 'key', 'kind'])
    .where('key', 'in', keys)
    .orderBy('product.id')
    .execute()
  const found = (key: string) => {
    const named = rows.filter(row => row.key === key)
    const own = named.filter(({ kind }) => kind === 'own')
    const best = own.length > 0 ? own : named
    return new Set(best.map(({ id }) => id)).size === 1 ? best[0] : undefined
  }
  return new Map(
    names.flatMap(name => {
      const product = found(productKey(name))
      if (!product) return []
      const { id, slug, name: own, supplierId } = product
      return [[name, { id, slug, name: own, supplierId }] as const]
    }),
  )
}

/** An address for each name that no product has or ever had. */
export async function freeProductSlugs(trx: Db, names: string[]): Promise<string[]> {
  const [now, former] = [
    await trx.selectFrom('product').select('slug').execute(),
    await trx.selectFrom('product_former_address').select('slug').execute(),
  ]
  const taken = new Set([...now, ...former].map(({ slug }) => slug))
  return names.map(name => {
    const slug = freeSlug(slugOf(name), each => taken.has(each))
    taken.add(slug)
    return slug
  })
}

export const insertProducts = (trx: Db, rows: ProductRow[]) =>
  trx.insertInto('product').values(rows).execute()

/** Puts these names in the place of those of the same kinds. */
export async function replaceNames(
  trx: Db,
  productIds: string[],
  kinds: NameKind[],
  names: { productId: string; kind: NameKind; name: string }[],
): Promise<void> {
  if (productIds.length === 0) return
  await trx
    .deleteFrom('product_name')
    .where('product_id', 'in', productIds)
    .where('kind', 'in', kinds)
    .execute()
  await addNames(trx, names)
}

export async function addNames(
  trx: Db,
  names: { productId: string; kind: NameKind; name: string }[],
): Promise<void> {
  if (names.length === 0) return
  await trx
    .insertInto('product_name')
    .values(
      names.map(({ productId, kind, name }) => ({
        product_id: productId,
        kind,
        name,
        key: productKey(name),
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** A product that nobody else changes until the transaction ends; one that is none is absent. */
export async function lockProduct(trx: Db, slug: string) {
  const found = await trx
    .selectFrom('product')
    .select(['id', 'name', 'supplier_id as supplierId'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw failure('absent', '')
  const supplier = found.supplierId
    ? await trx
        .selectFrom('organisation')
        .select('name')
        .where('id', '=', found.supplierId)
        .executeTakeFirstOrThrow()
    : null
  return { ...found, supplier: supplier?.name ?? null }
}

export const updateProduct = (
  trx: Db,
  id: string,
  set: Partial<Pick<ProductRow, 'name' | 'slug' | 'supplier_id'>>,
) => trx.updateTable('product').set(set).where('id', '=', id).execute()

export const insertFormerAddress = (trx: Db, productId: string, slug: string) =>
  trx.insertInto('product_former_address').values({ slug, product_id: productId }).execute()

/** Lets a product have back an address that was its own. */
export const releaseFormerAddress = (trx: Db, productId: string, slug: string) =>
  trx
    .deleteFrom('product_former_address')
    .where('product_id', '=', productId)
    .where('slug', '=', slug)
    .execute()

export const removeName = (trx: Db, productId: string, kind: NameKind, name: string) =>
  trx
    .deleteFrom('product_name')
    .where('product_id', '=', productId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .execute()

export const insertChange = (trx: Db, row: Insertable<ProductChangeTable>) =>
  trx.insertInto('product_change').values(row).execute()
