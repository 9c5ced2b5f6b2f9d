import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Db } from './database/database.ts'

const windowMilliseconds = 60_000

/**
 * Counts one more request of `who` on `what` in the present minute, in the database so that all processes count together.
 * Returns the seconds to wait when it is one too many. Addresses are kept hashed, and for a minute.
 */
export async function secondsToWait(
  db: Db,
  clock: Clock,
  what: string,
  who: string,
  perMinute: number,
): Promise<number> {
  const now = clock.now().getTime()
  const start = Math.floor(now / windowMilliseconds) * windowMilliseconds
  const key = createHash('sha256').update(`${what} ${who} ${start}`).digest('base64url')
  const ends = start + windowMilliseconds
  const { rows } = await sql<{ hits: number }>`
    insert into rate_limit (key, hits, ends_at) values (${key}, 1, ${new Date(ends)})
    on conflict (key) do update set hits = rate_limit.hits + 1
    returning hits`.execute(db)
  return rows[0]!.hits > perMinute ? Math.ceil((ends - now) / 1000) : 0
}

export const forgetEndedLimits = (db: Db, clock: Clock) =>
  db.deleteFrom('rate_limit').where('ends_at', '<', clock.now()).execute()
