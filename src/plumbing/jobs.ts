import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { RecordedActivity } from './activity.ts'
import { type Clock, inLondon } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './database/database.ts'
import type { Site } from './feature.ts'
import { newId } from './id.ts'

export type JobContext = { db: Db; site: Site; clock: Clock; config: Config; log: Log }
export type Log = {
  info(fields: object, message: string): void
  error(fields: object, message: string): void
}

export type Job<Payload = unknown> = { id: string; payload: Payload; attempts: number }

/**
 * Work done later. `run` gets up to `batch` jobs and the transaction in which they are marked as done: what it writes
 * there happens exactly once. Work out in the world (mail, HTTP) happens at least once: `reach` does it for one job, holds
 * no transaction while it waits for others, and gives back what is then to be written in that transaction.
 */
export type JobKind<Payload = never> = { queue: string; leaseSeconds?: number } & (
  | { batch?: number; run(trx: Db, jobs: Job<Payload>[], context: JobContext): Promise<void>; reach?: never }
  | {
      reach(job: Job<Payload>, context: JobContext): Promise<(trx: Db) => Promise<void>>
      batch?: never
      run?: never
    }
)

/** Work done after an activity was committed. */
export type Reaction = {
  name: string
  to(kind: string, site: Site): boolean
  batch?: number
  run(trx: Db, activities: RecordedActivity[], context: JobContext): Promise<void>
}

/** Work done at a time: every so many minutes, or daily at 'HH:MM' in London. A missed run is made up for, once. */
export type Schedule = {
  name: string
  at: { everyMinutes: number } | { daily: string }
  run(trx: Db, context: JobContext): Promise<void>
}

declare module './feature.ts' {
  interface Slots {
    jobs: JobKind
    reactions: Reaction
    schedules: Schedule
  }
}

const maxAttempts = 12
const defaultLeaseSeconds = 60
// What is taken for update stands in `= any(array(…))`: inside `in (…)` its limit may be run anew for each row.
const fanOutAtOnce = 500

/** Puts a job in the queue, in the caller's transaction. The same queue and key again changes nothing. */
export async function enqueue(
  trx: Db,
  clock: Clock,
  queue: string,
  key: string,
  payload: unknown,
  runAt?: Date,
) {
  await enqueueAll(trx, clock, [{ queue, key, payload, runAt }])
}

type NewJob = { queue: string; key: string; payload: unknown; runAt?: Date }

async function enqueueAll(trx: Db, clock: Clock, jobs: NewJob[]) {
  if (jobs.length === 0) return
  const created_at = clock.now()
  const rows = jobs.map(({ queue, key, payload, runAt }) => ({
    id: newId(),
    queue,
    key,
    payload: JSON.stringify(payload),
    created_at,
    run_at: runAt ?? created_at,
  }))
  await trx
    .insertInto('job')
    .values(rows)
    .onConflict(conflict => conflict.columns(['queue', 'key']).doNothing())
    .execute()
}

const reactionQueue = (name: string) => `reaction:${name}`
const scheduleQueue = (name: string) => `schedule:${name}`

/** Every kind of job the site can do: its own, one for each reaction and one for each schedule. */
export function jobKinds(site: Site): JobKind[] {
  return [
    ...site.slot('jobs'),
    ...site.slot('reactions').map(
      (reaction): JobKind<RecordedActivity> => ({
        queue: reactionQueue(reaction.name),
        batch: reaction.batch ?? 1,
        run: (trx, jobs, context) =>
          reaction.run(
            trx,
            jobs.map(({ payload }) => payload),
            context,
          ),
      }),
    ),
    ...site.slot('schedules').map(
      (schedule): JobKind => ({
        queue: scheduleQueue(schedule.name),
        leaseSeconds: 600,
        run: (trx, _jobs, context) => schedule.run(trx, context),
      }),
    ),
  ] as JobKind[]
}

/** Turns recorded activities into one job for each reaction; returns how many activities it took. */
async function fanOut({ db, site, clock }: JobContext): Promise<number> {
  return db.transaction().execute(async trx => {
    const { rows } = await sql<{ id: string; kind: string; subject_kind: string; subject_id: string }>`
      with taken as (
        delete from activity_outbox where activity_id = any(array(
          select activity_id from activity_outbox order by activity_id limit ${fanOutAtOnce} for update skip locked))
        returning activity_id)
      select id, kind, subject_kind, subject_id from activity join taken on taken.activity_id = activity.id`.execute(
      trx,
    )
    const jobs = rows.flatMap(({ id, kind, subject_kind, subject_id }) =>
      site
        .slot('reactions')
        .filter(reaction => reaction.to(kind, site))
        .map(({ name }) => ({
          queue: reactionQueue(name),
          key: id,
          payload: { id, kind, subject: { kind: subject_kind, id: subject_id } } satisfies RecordedActivity,
        })),
    )
    await enqueueAll(trx, clock, jobs)
    return rows.length
  })
}

/** The key of a schedule's latest run that is due: its date, or the start of its interval. */
export function dueKey({ at }: Pick<Schedule, 'at'>, now: Date): string {
  if ('everyMinutes' in at) {
    const interval = at.everyMinutes * 60_000
    return new Date(Math.floor(now.getTime() / interval) * interval).toISOString()
  }
  const { date, time } = inLondon(now)
  return time >= at.daily ? date : dayBefore(date)
}

const dayBefore = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Enqueues what is due by the clock; an earlier run that was never made is not made twice. */
export async function enqueueSchedules({ db, site, clock }: JobContext) {
  const now = clock.now()
  await enqueueAll(
    db,
    clock,
    site.slot('schedules').map(schedule => ({
      queue: scheduleQueue(schedule.name),
      key: dueKey(schedule, now),
      payload: {},
    })),
  )
}

async function claim(
  db: Db,
  clock: Clock,
  { queue, batch = 1, leaseSeconds = defaultLeaseSeconds }: JobKind,
) {
  const now = clock.now()
  const lease = randomUUID()
  const { rows } = await sql<Job<never>>`
    update job set lease = ${lease}, leased_until = ${new Date(now.getTime() + leaseSeconds * 1000)}, attempts = attempts + 1
    where id = any(array(
      select id from job
      where queue = ${queue} and done_at is null and dead_at is null and run_at <= ${now}
        and (leased_until is null or leased_until < ${now})
      order by run_at, id limit ${batch} for update skip locked))
    returning id, payload, attempts`.execute(db)
  return { lease, jobs: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** Seconds to wait before the next try: doubling from 5 seconds to 6 hours, give or take a fifth. */
export const backOffSeconds = (attempts: number, chance = Math.random()) =>
  Math.min(5 * 2 ** (attempts - 1), 6 * 3600) * (0.8 + 0.4 * chance)

/** Runs the jobs and marks them done in one transaction; only those whose lease is still ours. */
async function perform(kind: JobKind, lease: string, jobs: Job<never>[], context: JobContext) {
  const { db, clock } = context
  const write: (trx: Db, held: Job<never>[]) => Promise<void> = kind.reach
    ? await kind.reach(jobs[0]!, context)
    : (trx, held) => kind.run(trx, held, context)
  await db.transaction().execute(async trx => {
    const held = await trx
      .updateTable('job')
      .set({ done_at: clock.now(), last_error: null })
      .where(
        'id',
        'in',
        jobs.map(({ id }) => id),
      )
      .where('lease', '=', lease)
      .where('done_at', 'is', null)
      .returning('id')
      .execute()
    const ids = new Set(held.map(({ id }) => id))
    if (ids.size > 0)
      await write(
        trx,
        jobs.filter(({ id }) => ids.has(id)),
      )
  })
}

async function markFailed(
  { db, clock, log }: JobContext,
  queue: string,
  lease: string,
  job: Job,
  error: unknown,
) {
  const now = clock.now()
  const dead = job.attempts >= maxAttempts
  await db
    .updateTable('job')
    .set({
      last_error: String(error instanceof Error ? error.message : error).slice(0, 2000),
      leased_until: null,
      run_at: new Date(now.getTime() + backOffSeconds(job.attempts) * 1000),
      dead_at: dead ? now : null,
    })
    .where('id', '=', job.id)
    .where('lease', '=', lease)
    .execute()
  log.error({ queue, job: job.id, attempts: job.attempts, dead, err: error }, 'job failed')
}

async function runKind(kind: JobKind, context: JobContext): Promise<number> {
  const { lease, jobs } = await claim(context.db, context.clock, kind)
  const attempt = async (some: Job<never>[]) => {
    try {
      await perform(kind, lease, some, context)
    } catch (error) {
      if (some.length > 1) for (const job of some) await attempt([job])
      else await markFailed(context, kind.queue, lease, some[0]!, error)
    }
  }
  if (jobs.length > 0) await attempt(jobs)
  return jobs.length
}

async function dueQueues({ db, clock }: JobContext): Promise<string[]> {
  const now = clock.now()
  const { rows } = await sql<{ queue: string }>`
    select distinct queue from job
    where done_at is null and dead_at is null and run_at <= ${now} and (leased_until is null or leased_until < ${now})
    order by queue`.execute(db)
  return rows.map(({ queue }) => queue)
}

/** Does everything that is due now; returns how many activities and jobs it handled. `onProgress` hears the sum so far. */
export async function runDue(
  context: JobContext,
  options: { onProgress?(handled: number): void; stopped?(): boolean } = {},
) {
  const kinds = jobKinds(context.site)
  let handled = 0
  for (;;) {
    let round = await fanOut(context)
    const due = await dueQueues(context)
    for (const kind of kinds.filter(({ queue }) => due.includes(queue))) {
      if (options.stopped?.()) return handled
      round += await runKind(kind, context)
    }
    handled += round
    if (round > 0) options.onProgress?.(handled)
    if (round === 0 || options.stopped?.()) return handled
  }
}

/** Runs jobs until stopped, looking once a second. `stop` waits for the batch in hand. */
export function startWorker(context: JobContext, everyMilliseconds = 1000) {
  let stopping = false
  let wake = () => {}
  const loop = async () => {
    while (!stopping) {
      try {
        await enqueueSchedules(context)
        await runDue(context, { stopped: () => stopping })
      } catch (error) {
        context.log.error({ err: error }, 'the worker could not reach the queue')
      }
      if (!stopping) {
        await new Promise<void>(resolve => {
          wake = resolve
          setTimeout(resolve, everyMilliseconds)
        })
      }
    }
  }
  const running = loop()
  return {
    stop: async () => {
      stopping = true
      wake()
      await running
    },
  }
}

/** Jobs that were given up, newest first. */
export const listDeadJobs = (db: Db) =>
  db
    .selectFrom('job')
    .select(['id', 'queue', 'key', 'attempts', 'last_error', 'dead_at'])
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc')
    .limit(200)
    .execute()

/** Gives dead jobs (all, or one by id) another twelve tries; returns how many. */
export async function retryDeadJobs(db: Db, clock: Clock, id?: string): Promise<number> {
  const now = clock.now()
  const revived = await db
    .updateTable('job')
    .set({ dead_at: null, attempts: 0, run_at: now, leased_until: null })
    .where('dead_at', 'is not', null)
    .$if(id !== undefined, query => query.where('id', '=', id!))
    .returning('id')
    .execute()
  return revived.length
}

export const deleteJobsDoneBefore = (db: Db, instant: Date) =>
  db.deleteFrom('job').where('done_at', '<', instant).execute()
