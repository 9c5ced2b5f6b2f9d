import type { OrganisationMove } from '#features/organisations/index.ts'
import { recordActivities } from '#plumbing/activity.ts'

/** The products of a supplier. */
export const movedProducts: OrganisationMove = {
  part: 'products',
  label: { one: 'product', many: 'products' },
  table: 'product',
  column: 'supplier_id',
  follow: (trx, { clock, actor }, ids) =>
    recordActivities(
      trx,
      clock,
      ids.map(id => ({
        kind: 'product.changed',
        subject: { kind: 'product', id },
        actor,
        detail: { what: 'supplier' },
      })),
    ),
}

/** What a supplier replied; where the other replied to the same thing itself, that stays the reply. */
export const movedReplies: OrganisationMove = {
  part: 'supplier-replies',
  label: { one: 'reply', many: 'replies' },
  table: 'supplier_reply',
  column: 'organisation_id',
  unlessSame: ['product_id', 'system_id'],
}

/** What an organisation runs itself, but for what the other runs too. */
export const movedSystems: OrganisationMove = {
  part: 'systems',
  label: { one: 'system that it runs', many: 'systems that it runs' },
  table: 'system',
  column: 'organisation_id',
  unlessSame: ['product_id', 'service_as_published'],
}
