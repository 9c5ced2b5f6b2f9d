import { sql } from 'kysely'
import type { RecordedActivity } from './activity.ts'
import { type Clock, inLondon } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './database/database.ts'
import type { Site } from './feature.ts'
import { newId } from './id.ts'
import { runKind } from './job-runs.ts'

export type JobContext = { db: Db; site: Site; clock: Clock; config: Config; log: Log }
export type Log = {
  info(fields: object, message: string): void
  error(fields: object, message: string): void
}

export type Job<Payload = unknown> = { id: string; payload: Payload; attempts: number }

/**
 * Work done later, up to `batch` jobs at a time. `run` gets them and the transaction in which they are marked as done: what
 * it writes there happens exactly once. Work out in the world (mail, HTTP) happens at least once: `reach` begins it for all
 * of them, holds no transaction while it waits for others, and gives for each job, in their order, what came of it; one that
 * it did not come to rejects with `notReached`, and is as if it had not been tried. `settle` writes what came, of one job
 * or of several that came together, in the transaction in which they are marked as done.
 */
export type JobKind<Payload = never, Reached = unknown> = {
  queue: string
  leaseSeconds?: number
  batch?: number
  /** Takes seconds or minutes: the worker does it in a loop of its own, so that nothing waits behind it, and no start waits for it. */
  isLong?: true
} & (
  | { run(trx: Db, jobs: Job<Payload>[], context: JobContext): Promise<void>; reach?: never }
  | {
      reach(jobs: Job<Payload>[], context: JobContext): Promise<Reached>[]
      settle(trx: Db, reached: Reached[], context: JobContext): Promise<void>
      run?: never
    }
)

/** What a job rejects with that was not begun. */
export const notReached = new Error('There was no time for it: it is tried again.')

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

export type NewJob = { queue: string; key: string; payload: unknown; runAt?: Date }

/** As {@link enqueue}, for many. */
export async function enqueueAll(trx: Db, clock: Clock, jobs: NewJob[]) {
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

type Filled = { taken: number; queues: string[] }

/** Turns recorded activities into one job for each reaction; gives how many it took, and the queues that have these jobs. */
async function fanOut({ db, site, clock }: JobContext): Promise<Filled> {
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
    return { taken: rows.length, queues: jobs.map(({ queue }) => queue) }
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

/** What is due by the clock. */
const dueRuns = ({ site, clock }: JobContext): NewJob[] =>
  site.slot('schedules').map(schedule => ({
    queue: scheduleQueue(schedule.name),
    key: dueKey(schedule, clock.now()),
    payload: {},
  }))

/** Enqueues what is due by the clock; an earlier run that was never made is not made twice. */
export const enqueueSchedules = (context: JobContext) =>
  enqueueAll(context.db, context.clock, dueRuns(context))

/** Whether activities wait for their reactions, and the queues where jobs are due. */
async function lookAround({ db, clock }: JobContext): Promise<{ activitiesWait: boolean; queues: string[] }> {
  const now = clock.now()
  const { rows } = await sql<{ activitiesWait: boolean; queues: string[] }>`
    select exists (select from activity_outbox) as "activitiesWait", array(
      select distinct queue from job
      where done_at is null and dead_at is null and run_at <= ${now} and (leased_until is null or leased_until < ${now})
    ) as queues`.execute(db)
  return rows[0]!
}

type Running = {
  /** Hears the sum so far. */
  onProgress?(handled: number): void
  stopped?(): boolean
  /** Leaves activities that come meanwhile for the next time: reactions to many at once cost a fraction. */
  gathers?: boolean
  /** Only the long jobs, or all but these; everything where it is not said. */
  only?: 'long' | 'short'
}

/** Does everything that is due now; returns how many activities and jobs it handled. */
export async function runDue(context: JobContext, { onProgress, stopped, gathers, only }: Running = {}) {
  const kinds = jobKinds(context.site).filter(({ isLong }) => !only || Boolean(isLong) === (only === 'long'))
  let handled = 0
  let isOpen = only !== 'long'
  for (;;) {
    const { activitiesWait, queues } = await lookAround(context)
    const filled: Filled = activitiesWait && isOpen ? await fanOut(context) : { taken: 0, queues: [] }
    if (gathers) isOpen = filled.taken === fanOutAtOnce
    let round = filled.taken
    const due = new Set([...queues, ...filled.queues])
    for (const kind of kinds.filter(({ queue }) => due.has(queue))) {
      if (stopped?.()) return handled
      round += await runKind(kind, context)
    }
    handled += round
    if (round > 0) onProgress?.(handled)
    if (round === 0 || stopped?.()) return handled
  }
}

// Nobody waits for a long job: to look for them less often spares the database.
const longEvery = 5

/** Runs jobs until stopped, looking once a second. `stop` waits for the batch in hand. */
export function startWorker(context: JobContext, everyMilliseconds = 1000) {
  let stopping = false
  const wakes = new Set<() => void>()
  // What this worker has put in by the clock: the database need not be asked again before the next run is due.
  let known = ''
  const putInDueRuns = async () => {
    const keys = JSON.stringify(dueRuns(context).map(({ key }) => key))
    if (keys === known) return
    await enqueueSchedules(context)
    known = keys
  }
  const loop = async (round: () => Promise<unknown>, every: number) => {
    while (!stopping) {
      try {
        await round()
      } catch (error) {
        context.log.error({ err: error }, 'the worker could not reach the queue')
      }
      if (!stopping) {
        const { promise, resolve } = Promise.withResolvers<void>()
        wakes.add(resolve)
        setTimeout(resolve, every)
        await promise
        wakes.delete(resolve)
      }
    }
  }
  const stopped = () => stopping
  const short = loop(async () => {
    await putInDueRuns()
    await runDue(context, { stopped, gathers: true, only: 'short' })
  }, everyMilliseconds)
  const hasLong = jobKinds(context.site).some(({ isLong }) => isLong)
  const lookForLong = () => runDue(context, { stopped, only: 'long' })
  const long = hasLong && loop(lookForLong, longEvery * everyMilliseconds)
  return {
    stop: async () => {
      stopping = true
      for (const wake of wakes) wake()
      await Promise.all([short, long])
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
