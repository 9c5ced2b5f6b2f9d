import type { OrganisationMove } from '#features/organisations/index.ts'
import { recordActivities } from '#plumbing/activity.ts'

type Moving = Parameters<OrganisationMove['move']>[1]
type Db = Parameters<OrganisationMove['move']>[0]

const recordMoved = (trx: Db, { clock, actor }: Moving, ids: string[]) =>
  recordActivities(
    trx,
    clock,
    ids.map(id => ({
      kind: 'product.changed',
      subject: { kind: 'product', id },
      actor,
      detail: { what: 'supplier' },
    })),
  )

/** The products of a supplier that becomes part of another. */
export const movedProducts: OrganisationMove = {
  part: 'products',
  label: { one: 'product', many: 'products' },
  count: async (db, organisationId) => {
    const rows = await db
      .selectFrom('product')
      .select('id')
      .where('supplier_id', '=', organisationId)
      .execute()
    return rows.length
  },
  move: async (trx, moving, fromId, toId) => {
    const rows = await trx
      .updateTable('product')
      .set({ supplier_id: toId })
      .where('supplier_id', '=', fromId)
      .returning('id')
      .execute()
    const ids = rows.map(({ id }) => id)
    await recordMoved(trx, moving, ids)
    return ids
  },
  moveBack: async (trx, moving, moved, fromId, toId) => {
    if (moved.length === 0) return
    await trx
      .updateTable('product')
      .set({ supplier_id: fromId })
      .where('id', 'in', moved)
      .where('supplier_id', '=', toId)
      .execute()
    await recordMoved(trx, moving, moved)
  },
}

/** What the supplier replied; where the other replied to the same thing itself, that stays the reply. */
export const movedReplies: OrganisationMove = {
  part: 'supplier-replies',
  label: { one: 'reply', many: 'replies' },
  count: async (db, organisationId) => {
    const rows = await db
      .selectFrom('supplier_reply')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .execute()
    return rows.length
  },
  move: async (trx, _moving, fromId, toId) => {
    const rows = await trx
      .updateTable('supplier_reply')
      .set({ organisation_id: toId })
      .where('organisation_id', '=', fromId)
      .where(({ exists, not, selectFrom, ref }) =>
        not(
          exists(
            selectFrom('supplier_reply as there')
              .select('there.id')
              .where('there.organisation_id', '=', toId)
              .whereRef('there.product_id', '=', 'supplier_reply.product_id')
              .where('there.system_id', 'is not distinct from', ref('supplier_reply.system_id')),
          ),
        ),
      )
      .returning('id')
      .execute()
    return rows.map(({ id }) => id)
  },
  moveBack: async (trx, _moving, moved, fromId) => {
    if (moved.length === 0) return
    await trx
      .updateTable('supplier_reply')
      .set({ organisation_id: fromId })
      .where('id', 'in', moved)
      .execute()
  },
}

/** What it runs itself, but for what the other runs too. */
export const movedSystems: OrganisationMove = {
  part: 'systems',
  label: { one: 'system that it runs', many: 'systems that it runs' },
  count: async (db, organisationId) => {
    const rows = await db
      .selectFrom('system')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .execute()
    return rows.length
  },
  move: async (trx, _moving, fromId, toId) => {
    const rows = await trx
      .updateTable('system')
      .set({ organisation_id: toId })
      .where('organisation_id', '=', fromId)
      .where(({ exists, not, selectFrom, ref }) =>
        not(
          exists(
            selectFrom('system as there')
              .select('there.id')
              .where('there.organisation_id', '=', toId)
              .where('there.product_id', 'is not distinct from', ref('system.product_id'))
              .whereRef('there.service_as_published', '=', 'system.service_as_published'),
          ),
        ),
      )
      .returning('id')
      .execute()
    return rows.map(({ id }) => id)
  },
  moveBack: async (trx, _moving, moved, fromId) => {
    if (moved.length === 0) return
    await trx.updateTable('system').set({ organisation_id: fromId }).where('id', 'in', moved).execute()
  },
}
