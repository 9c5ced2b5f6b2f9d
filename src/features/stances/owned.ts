import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { stancePath } from './stance-list.ts'

/** What organisations say of the problems of others: their own are confirmed with the problem itself. */
const standing = (db: Db) =>
  db
    .selectFrom('stance')
    .innerJoin('problem', 'problem.id', 'problem_id')
    .where('withdrawn_at', 'is', null)
    .where('problem.state', '=', 'published')
    .whereRef('problem.organisation_id', '!=', 'stance.organisation_id')

/** Whoever confirmed last where an organisation stands is asked whether it is still so. */
export const ownedStances: Slots['owned'] = {
  kind: 'stance',
  as: 'contact',
  listIds: async (db, { personId, organisationId }) => {
    const rows = await standing(db)
      .select('stance.id')
      .where('confirmed_by', '=', personId)
      .where('stance.organisation_id', '=', organisationId)
      .execute()
    return rows.map(({ id }) => id)
  },
  describe: async (db, { ids }) => {
    const rows = await standing(db)
      .innerJoin('organisation', 'organisation.id', 'stance.organisation_id')
      .select([
        'stance.id',
        'problem.id as problem_id',
        'problem.title',
        'problem.slug',
        'organisation.slug as of',
      ])
      .select(['confirmed_at', 'confirmed_by', 'stance.ends_on', 'expired_at'])
      .where('stance.id', 'in', ids)
      .orderBy('stance.id')
      .execute()
    return rows.map(
      ({ id, problem_id, title, slug, of, confirmed_at, confirmed_by, ends_on, expired_at }) => ({
        id,
        title,
        path: stancePath(slug!, of),
        what: 'stance on a problem',
        waits: [
          expired_at ? 'no longer counted until confirmed' : `counts until ${formatDate(ends_on)}`,
          `confirmed on ${formatDate(londonDay(confirmed_at))}`,
        ],
        subject: { kind: 'problem', id: problem_id },
        ownerId: confirmed_by,
        deputyId: null,
      }),
    )
  },
  // Who said what when stays in its versions; this is who is asked from now on.
  give: async (trx, _clock, _actor, { id, fromId, toId }) => {
    await trx
      .updateTable('stance')
      .set({ confirmed_by: toId })
      .where('id', '=', id)
      .where(({ or, eb }) => or([eb('confirmed_by', '=', fromId), eb('confirmed_by', 'is', null)]))
      .execute()
  },
  listWaiting: (db, by) =>
    standing(db)
      .select([
        'confirmed_by as personId',
        'stance.organisation_id as organisationId',
        'reminded_at as since',
      ])
      .where('confirmed_by', 'is not', null)
      .where('reminded_at', '<=', by)
      .$narrowType<{ personId: string; since: Date }>()
      .execute(),
}
