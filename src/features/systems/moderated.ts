import type { Slots } from '#plumbing/feature.ts'
import { listProductsById } from './product-queries.ts'
import { maySeeReply, replyPath } from './reply.ts'
import { listReplyVersions } from './reply-queries.ts'
import { maySeeProduct, productPath } from './system.ts'

/** A product that an organisation was the first to name: its name is what can be wrong with it. */
export const moderatedProducts: Slots['moderated'] = {
  kind: 'product',
  label: 'product',
  list: async (db, ids) =>
    (await listProductsById(db, ids)).map(product => ({
      id: product.id,
      title: product.name,
      path: productPath(product.slug),
      organisationId: product.listed_by,
      isSeenBy: actor => maySeeProduct(actor, { ...product, hidden: null }),
    })),
}

export const moderatedReplies: Slots['moderated'] = {
  kind: 'supplier-reply',
  label: 'reply of a supplier',
  list: async (db, ids) => {
    const replies = await listReplyVersions(db, ids)
    const products = await listProductsById(
      db,
      replies.map(({ product_id }) => product_id),
    )
    return replies.map(reply => ({
      id: reply.id,
      title: `${reply.organisation.name} on ${products.find(({ id }) => id === reply.product_id)!.name}`,
      path: replyPath(reply.id),
      organisationId: reply.organisation.id,
      isSeenBy: actor => maySeeReply(actor, { ...reply, hidden: null }),
    }))
  },
}
