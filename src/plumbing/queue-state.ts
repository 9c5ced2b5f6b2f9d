import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Db } from './database/database.ts'

export type QueueState = {
  waiting: number
  dead: number
  /** Seconds by which the longest waiting job is overdue. */
  overdueSeconds: number
  /** Work has been due for a quarter of an hour, and in that time none was done. */
  stuck: boolean
}

const patienceSeconds = 15 * 60

/** How the jobs are getting on. */
export async function queueState(db: Db, clock: Clock): Promise<QueueState> {
  const now = clock.now()
  const patience = new Date(now.getTime() - patienceSeconds * 1000)
  const { rows } = await sql<{ waiting: number; dead: number; oldest: Date | null; moving: boolean }>`
    select (select count(*) from job where done_at is null and dead_at is null) as waiting,
      (select count(*) from job where dead_at is not null) as dead,
      (select min(run_at) from job where done_at is null and dead_at is null) as oldest,
      exists (select from job where done_at > ${patience}) as moving`.execute(db)
  const { waiting, dead, oldest, moving } = rows[0]!
  const overdueSeconds = oldest ? Math.max(0, Math.round((now.getTime() - oldest.getTime()) / 1000)) : 0
  return { waiting, dead, overdueSeconds, stuck: overdueSeconds > patienceSeconds && !moving }
}
