import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Db } from './database/database.ts'

/** Whom an address is counted as: itself, or with IPv6 the network of 64 bits that one customer is given. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1]
  if (mapped || !isIPv6(address)) return mapped ?? address
  const [before = '', after] = address.split('::')
  const groups = before.split(':').filter(Boolean)
  const last = after?.split(':').filter(Boolean) ?? []
  const filled =
    after === undefined ? groups : [...groups, ...Array(8 - groups.length - last.length).fill('0'), ...last]
  return filled
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** So many in so many minutes. */
export type Limit = { most: number; minutes: number }

/**
 * Counts one more request of `who` on `what` in the present window of time, in the database so that all processes count
 * together. Returns the seconds to wait when it is one too many. Addresses are kept hashed, and only until the window ends.
 */
export async function secondsToWait(
  db: Db,
  clock: Clock,
  what: string,
  who: string,
  { most, minutes }: Limit,
): Promise<number> {
  const now = clock.now().getTime()
  const windowMilliseconds = minutes * 60_000
  const start = Math.floor(now / windowMilliseconds) * windowMilliseconds
  const key = createHash('sha256')
    .update(`${what} ${networkOf(who)} ${start}`)
    .digest('base64url')
  const ends = start + windowMilliseconds
  const { rows } = await sql<{ hits: number }>`
    insert into rate_limit (key, hits, ends_at) values (${key}, 1, ${new Date(ends)})
    on conflict (key) do update set hits = rate_limit.hits + 1
    returning hits`.execute(db)
  return rows[0]!.hits > most ? Math.ceil((ends - now) / 1000) : 0
}

export const forgetEndedLimits = (db: Db, clock: Clock) =>
  db.deleteFrom('rate_limit').where('ends_at', '<', clock.now()).execute()
