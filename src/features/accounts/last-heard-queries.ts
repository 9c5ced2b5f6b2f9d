import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** When something was last heard of these people: something they did, or a page they looked at while signed in. */
export async function listLastHeard(db: Db, ids: string[]): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; at: Date }>`
    select person.id, greatest(person.created_at, person.last_seen_at,
      (select max(session.last_seen_at) from session where session.person_id = person.id),
      (select max(activity.occurred_at) from activity where activity.actor_id = person.id)) as at
    from person where person.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, at }) => [id, at]))
}
