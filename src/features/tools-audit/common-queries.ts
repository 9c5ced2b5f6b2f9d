import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isStale } from './queries.ts'

/** How many of the tools that one organisation can open another can open too, and of how many. */
export type InCommon = { organisation_id: string; tools: number; of: number }

export async function listInCommon(db: Db, today: string, askerId: string): Promise<InCommon[]> {
  const { rows } = await sql<InCommon>`
    with own as (
      select own.tool_id from tool_answer as own
      where own.organisation_id = ${askerId} and own.answer = 'open' and not ${isStale('own.said_on', today)}
        and not exists (select from moderation_hold where subject_kind = 'tool' and subject_id = own.tool_id))
    select other.organisation_id, count(*) as tools, (select count(*) from own) as of
    from own join tool_answer as other on other.tool_id = own.tool_id
    where other.organisation_id <> ${askerId} and other.answer = 'open' and not ${isStale('other.said_on', today)}
    group by other.organisation_id`.execute(db)
  return rows
}
