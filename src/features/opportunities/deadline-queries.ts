import type { CalendarDay } from '#plumbing/calendar.ts'
import type { Db } from '#plumbing/database/database.ts'
import { opportunityPath } from './opportunity.ts'

/** Until when calls for partners are open. */
export async function listCallDeadlines(db: Db, ids: string[], baseUrl: string): Promise<CalendarDay[]> {
  const calls = await db
    .selectFrom('partner_call')
    .innerJoin('opportunity', 'opportunity.id', 'opportunity_id')
    .select(['partner_call.id', 'ends_on', 'made_at', 'title', 'slug'])
    .where('opportunity_id', 'in', ids)
    .where('state', '=', 'published')
    .where('ended_at', 'is', null)
    .execute()
  return calls.map(({ id, ends_on, made_at, title, slug }) => ({
    uid: `call-${id}@${new URL(baseUrl).hostname}`,
    day: ends_on,
    changedAt: made_at,
    title: `Call for partners closes: ${title}`,
    describes: 'The last day on which organisations can say that they would join.',
    url: baseUrl + opportunityPath(slug),
  }))
}
