import type { Db } from '#plumbing/database/database.ts'
import { nothingPlanned, type PlanParts } from './plan.ts'

/** Published plans, of these ids or all, with who published them and when they last said anything. */
export async function listToReview(db: Db, ids: string[] | 'all') {
  const rows = await db
    .selectFrom('plan')
    .leftJoin('plan_version', join =>
      join.onRef('plan_version.plan_id', '=', 'plan.id').on('plan_version.number', '=', 1),
    )
    .select(['plan.id', 'slug', 'plan.said', 'plan.organisation_id', 'changed_at'])
    .select('plan_version.person_id as published_by')
    .where('state', '=', 'published')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('moderation_hold')
            .select('subject_id')
            .where('subject_kind', '=', 'project')
            .whereRef('subject_id', '=', 'plan.id'),
        ),
      ),
    )
    .$if(ids !== 'all', query => query.where('plan.id', 'in', ids as string[]))
    .execute()
  return rows.map(({ said, ...row }) => ({ ...row, said: { ...nothingPlanned, ...(said as PlanParts) } }))
}
