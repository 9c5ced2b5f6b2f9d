import { holdFirstPost } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Meant } from './meant.ts'
import { addNames, freeProductSlugs, insertProducts } from './stored-products.ts'

/** Lists the products that nobody named before; each waits for a curator. */
export async function listNewProducts(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { meant, source }: { meant: Meant[]; source: { name: string; asOf: string } },
): Promise<void> {
  const fresh = [
    ...new Map(
      meant.flatMap(({ product }) => (product?.isNew ? [[product.id, product] as const] : [])),
    ).values(),
  ]
  if (fresh.length === 0) return
  const slugs = await freeProductSlugs(
    trx,
    fresh.map(({ name }) => name),
  )
  await insertProducts(
    trx,
    fresh.map(({ id, name }, at) => ({
      id,
      slug: slugs[at]!,
      name,
      listed_by: actor.actingFor.id,
      source_name: source.name,
      source_as_of: source.asOf,
      created_at: clock.now(),
    })),
  )
  await addNames(
    trx,
    fresh.map(({ id, name }) => ({ productId: id, kind: 'own', name })),
  )
  for (const { id } of fresh) {
    const subject = { kind: 'product', id }
    await recordActivity(trx, clock, { kind: 'product.listed', subject, actor, detail: { source: 'lead' } })
    await holdFirstPost(trx, clock, actor, subject)
  }
}
