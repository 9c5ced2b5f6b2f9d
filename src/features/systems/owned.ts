import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { nameOf, systemsOfPath } from './system.ts'
import { listSystemsById } from './system-queries.ts'

/** Whoever confirmed a system is asked about it by others. */
export const ownedSystems: Slots['owned'] = {
  kind: 'system',
  as: 'contact',
  listIds: async (db, { personId, organisationId }) => {
    const rows = await db
      .selectFrom('system')
      .select('id')
      .where('confirmed_by', '=', personId)
      .where('organisation_id', '=', organisationId)
      .where('state', '=', 'confirmed')
      .execute()
    return rows.map(({ id }) => id)
  },
  describe: async (db, { ids }) =>
    (await listSystemsById(db, ids))
      .filter(({ state }) => state === 'confirmed')
      .map(system => ({
        id: system.id,
        title: nameOf(system),
        path: systemsOfPath(system.organisation_slug, system.id),
        what: 'system that is used',
        waits: system.confirmed_on ? [`confirmed on ${formatDate(system.confirmed_on)}`] : [],
        subject: { kind: 'system', id: system.id },
        ownerId: system.confirmed_by,
        deputyId: null,
      })),
  // Who said what when stays in its statements; this is who is asked from now on.
  give: async (trx, _clock, _actor, { id, fromId, toId }) => {
    await trx
      .updateTable('system')
      .set({ confirmed_by: toId })
      .where('id', '=', id)
      .where(({ or, eb }) => or([eb('confirmed_by', '=', fromId), eb('confirmed_by', 'is', null)]))
      .execute()
  },
}
