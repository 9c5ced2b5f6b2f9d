import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { slugOf } from '#plumbing/slug.ts'
import { productKey } from './product-names.ts'
import {
  addNames,
  freeProductSlugs,
  insertChange,
  insertFormerAddress,
  listProductsByNames,
  lockProduct,
  releaseFormerAddress,
  removeName,
  updateProduct,
} from './stored-products.ts'

type Why = { reason: string; personId: string; now: Date }

const change = (
  trx: Db,
  productId: string,
  what: { kind: 'renamed' | 'moved'; was: string; isNow: string },
  why: Why,
) =>
  insertChange(trx, {
    id: newId(),
    product_id: productId,
    kind: what.kind,
    was: what.was,
    is_now: what.isNow,
    reason: why.reason,
    person_id: why.personId,
    changed_at: why.now,
  })

/** Gives a product another name and address; the old name stays a name of it, and the old address leads here for good. */
export const renameProduct = (
  db: Db,
  clock: Clock,
  actor: Person,
  slug: string,
  { name, reason }: { name: string; reason: string },
): Promise<string> =>
  db.transaction().execute(async trx => {
    const product = await lockProduct(trx, slug)
    if (product.name === name) throw failure('conflict', 'The product has this name already.')
    const other = (await listProductsByNames(trx, [name])).get(name)
    if (other && other.id !== product.id && productKey(other.name) === productKey(name))
      throw failure('conflict', `Another product is called ${other.name}.`)
    const isSameAddress = slugOf(name) === slug
    if (!isSameAddress) await releaseFormerAddress(trx, product.id, slugOf(name))
    const [fresh] = isSameAddress ? [slug] : await freeProductSlugs(trx, [name])
    await updateProduct(trx, product.id, { name, slug: fresh! })
    if (!isSameAddress) await insertFormerAddress(trx, product.id, slug)
    await removeName(trx, product.id, 'own', product.name)
    await removeName(trx, product.id, 'other', name)
    await addNames(trx, [
      { productId: product.id, kind: 'own', name },
      { productId: product.id, kind: 'other', name: product.name },
    ])
    const why = { reason, personId: actor.id, now: clock.now() }
    await change(trx, product.id, { kind: 'renamed', was: product.name, isNow: name }, why)
    await recordActivity(trx, clock, {
      kind: 'product.changed',
      subject: { kind: 'product', id: product.id },
      actor,
      detail: { what: 'name' },
    })
    return fresh!
  })

/** Gives a product to another supplier. What the one before replied is not shown any more. */
export const moveProduct = (
  db: Db,
  clock: Clock,
  actor: Person,
  slug: string,
  { supplier, reason }: { supplier: { id: string; name: string }; reason: string },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const product = await lockProduct(trx, slug)
    if (product.supplierId === supplier.id)
      throw failure('conflict', `The product is of ${supplier.name} already.`)
    await updateProduct(trx, product.id, { supplier_id: supplier.id })
    const why = { reason, personId: actor.id, now: clock.now() }
    const was = product.supplier ?? 'a supplier that was not known'
    await change(trx, product.id, { kind: 'moved', was, isNow: supplier.name }, why)
    await recordActivity(trx, clock, {
      kind: 'product.changed',
      subject: { kind: 'product', id: product.id },
      actor,
      detail: { what: 'supplier' },
    })
  })
