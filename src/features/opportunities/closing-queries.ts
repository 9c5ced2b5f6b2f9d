import type { Db } from '#plumbing/database/database.ts'

/** Open calls for partners that close within these days, 'YYYY-MM-DD', the first to close first; none that is out of sight. */
export const listClosingCalls = (db: Db, { from, until }: { from: string; until: string }) =>
  db
    .selectFrom('partner_call')
    .innerJoin('opportunity', 'opportunity.id', 'opportunity_id')
    .select(['title', 'slug', 'ends_on'])
    .where('state', '=', 'published')
    .where('ended_at', 'is', null)
    .where('ends_on', '>=', from)
    .where('ends_on', '<=', until)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('moderation_hold')
            .select('subject_id')
            .where('subject_kind', '=', 'opportunity')
            .whereRef('subject_id', '=', 'opportunity.id'),
        ),
      ),
    )
    .orderBy('ends_on')
    .orderBy('opportunity.id')
    .limit(20)
    .execute()
