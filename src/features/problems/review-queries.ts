import type { Db } from '#plumbing/database/database.ts'

/** Open problems, of these ids or all, with who published them and when they last said anything. */
export const listToReview = (db: Db, ids: string[] | 'all') =>
  db
    .selectFrom('problem')
    .leftJoin('problem_version', join =>
      join.onRef('problem_version.problem_id', '=', 'problem.id').on('problem_version.number', '=', 1),
    )
    .select(['problem.id', 'slug', 'title', 'problem.organisation_id', 'visibility', 'changed_at'])
    .select('problem_version.person_id as published_by')
    .where('state', '=', 'published')
    .where('merged_into', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('moderation_hold')
            .select('subject_id')
            .where('subject_kind', '=', 'problem')
            .whereRef('subject_id', '=', 'problem.id'),
        ),
      ),
    )
    .$if(ids !== 'all', query => query.where('problem.id', 'in', ids as string[]))
    .execute()
