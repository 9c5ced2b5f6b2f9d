import { listSurvivors } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'

/** Of these addresses of products those that lead to another since, with that. */
async function listFormerAddresses(db: Db, slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await db
    .selectFrom('product_former_address as former')
    .innerJoin('product', 'product.id', 'former.product_id')
    .select(['former.slug as was', 'product.slug as now'])
    .where('former.slug', 'in', slugs)
    .execute()
  return new Map(rows.map(({ was, now }) => [was, now]))
}

/** The same address with the suppliers and products of its query as they stand here now; undefined where they do. */
export async function findRenewedAddress(db: Db, url: URL): Promise<string | undefined> {
  const asked = [...url.searchParams]
  const valuesOf = (name: string) =>
    asked.flatMap(([field, value]) => (field === name && !value.includes('\0') ? [value] : []))
  const renewed: Record<string, Map<string, string>> = {
    supplier: await listSurvivors(db, valuesOf('supplier')),
    product: await listFormerAddresses(db, valuesOf('product')),
  }
  const now = asked.map(([field, value]) => [field, renewed[field]?.get(value) ?? value])
  return now.every(([, value], at) => value === asked[at]![1])
    ? undefined
    : `${url.pathname}?${new URLSearchParams(now)}`
}
