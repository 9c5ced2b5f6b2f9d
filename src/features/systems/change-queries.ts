import type { CuratedChange } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { productPath } from './system.ts'

/** What curators changed about products, newest first. */
export async function listProductChanges(db: Db, limit: number): Promise<CuratedChange[]> {
  const rows = await db
    .selectFrom('product_change')
    .innerJoin('product', 'product.id', 'product_id')
    .select(['product_change.kind', 'was', 'is_now', 'reason', 'changed_at', 'product.name', 'product.slug'])
    .orderBy('changed_at', 'desc')
    .orderBy('product_change.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ kind, was, is_now, reason, changed_at, name, slug }) => ({
    at: changed_at,
    says: kind === 'renamed' ? `“${was}” is called “${is_now}” now` : `${name} went from ${was} to ${is_now}`,
    href: productPath(slug),
    reason,
  }))
}
