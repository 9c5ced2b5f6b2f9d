import type { OrganisationMove } from '#features/organisations/index.ts'

/** The notices that a supplier won which becomes part of another; what the notice called it stays. */
export const movedNotices: OrganisationMove = {
  part: 'notices',
  label: { one: 'procurement notice', many: 'procurement notices' },
  count: async (db, organisationId) => {
    const rows = await db
      .selectFrom('notice')
      .select('id')
      .where('supplier_id', '=', organisationId)
      .execute()
    return rows.length
  },
  move: async (trx, _moving, fromId, toId) => {
    const rows = await trx
      .updateTable('notice')
      .set({ supplier_id: toId })
      .where('supplier_id', '=', fromId)
      .returning('id')
      .execute()
    return rows.map(({ id }) => id)
  },
  moveBack: async (trx, _moving, moved, fromId) => {
    if (moved.length > 0)
      await trx.updateTable('notice').set({ supplier_id: fromId }).where('id', 'in', moved).execute()
  },
}
