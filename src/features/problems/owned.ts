import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ownPath } from './problem.ts'

/** A draft passes on as it is; who looks after what is published, freshness knows. */
export const ownedDrafts: Slots['owned'] = {
  kind: 'problem-draft',
  as: 'author',
  listIds: async (db, { personId, organisationId }) => {
    const rows = await db
      .selectFrom('problem')
      .select('id')
      .where('created_by', '=', personId)
      .where('organisation_id', '=', organisationId)
      .where('state', '=', 'draft')
      .execute()
    return rows.map(({ id }) => id)
  },
  describe: async (db, { ids }) => {
    const rows = await db
      .selectFrom('problem')
      .select(['id', 'slug', 'title', 'changed_at', 'created_by'])
      .where('id', 'in', ids)
      .where('state', '=', 'draft')
      .orderBy('id')
      .execute()
    return rows.map(({ id, slug, title, changed_at, created_by }) => ({
      id,
      title,
      path: ownPath({ id, slug }),
      what: 'draft of a problem',
      waits: [`last changed on ${formatDate(londonDay(changed_at))}`],
      subject: { kind: 'problem', id },
      ownerId: created_by,
      deputyId: null,
    }))
  },
  give: async (trx, _clock, _actor, { id, fromId, toId }) => {
    await trx
      .updateTable('problem')
      .set({ created_by: toId })
      .where('id', '=', id)
      .where(({ or, eb }) => or([eb('created_by', '=', fromId), eb('created_by', 'is', null)]))
      .execute()
  },
}
