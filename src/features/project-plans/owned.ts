import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { waitingRow } from './my-page.ts'
import { listWaiting } from './partner-queries.ts'
import { type PlanParts, planPath } from './plan.ts'

/** A draft passes on as it is; who looks after what is published, freshness knows. */
export const ownedDrafts: Slots['owned'] = {
  kind: 'project-draft',
  as: 'author',
  listIds: async (db, { personId, organisationId }) => {
    const rows = await db
      .selectFrom('plan')
      .select('id')
      .where('created_by', '=', personId)
      .where('organisation_id', '=', organisationId)
      .where('state', '=', 'draft')
      .execute()
    return rows.map(({ id }) => id)
  },
  describe: async (db, { ids }) => {
    const rows = await db
      .selectFrom('plan')
      .select(['id', 'said', 'changed_at', 'created_by'])
      .where('id', 'in', ids)
      .where('state', '=', 'draft')
      .orderBy('id')
      .execute()
    return rows.map(({ id, said, changed_at, created_by }) => ({
      id,
      title: (said as PlanParts).title,
      path: planPath(id),
      what: 'draft of a project',
      waits: [`last changed on ${formatDate(londonDay(changed_at))}`],
      subject: { kind: 'plan', id },
      ownerId: created_by,
      deputyId: null,
    }))
  },
  give: async (trx, _clock, _actor, { id, fromId, toId }) => {
    await trx
      .updateTable('plan')
      .set({ created_by: toId })
      .where('id', '=', id)
      .where(({ or, eb }) => or([eb('created_by', '=', fromId), eb('created_by', 'is', null)]))
      .execute()
  },
}

/** Who asks to take part, and whom the organisation is asked to join. */
export const partnersWaiting: Slots['packRecords'] = {
  title: 'Partners that wait for a decision',
  list: async (db, organisationId) =>
    (await listWaiting(db, organisationId)).map(waiting => ({ ...waitingRow(waiting), date: null })),
}
