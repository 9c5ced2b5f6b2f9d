import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Db } from './database/database.ts'
import { type Job, type JobContext, type JobKind, notReached } from './jobs.ts'

const maxAttempts = 12
const defaultLeaseSeconds = 60

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

type Claimed = { queue: string; lease: string; context: JobContext }
type Write = (trx: Db, held: Job<never>[]) => Promise<void>

/** Marks the jobs done and writes what follows from them in one transaction; only those whose lease is still ours. */
async function finish({ lease, context: { db, clock } }: Claimed, jobs: Job<never>[], write: Write) {
  await db.transaction().execute(async trx => {
    const held = await trx
      .updateTable('job')
      .set({ done_at: clock.now(), last_error: null })
      .where(sql<boolean>`id = any(${jobs.map(({ id }) => id)}::uuid[])`)
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

/** Gives a job back as it was. */
const putBack = ({ lease, context: { db } }: Claimed, { id, attempts }: Job) =>
  db
    .updateTable('job')
    .set({ attempts: attempts - 1, lease: null, leased_until: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .execute()

async function markFailed({ queue, lease, context: { db, clock, log } }: Claimed, job: Job, error: unknown) {
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

/** Finishes the jobs together, or each by itself where one of them stands in the way of the others. */
async function attempt(claimed: Claimed, jobs: Job<never>[], write: Write) {
  try {
    await finish(claimed, jobs, write)
  } catch (error) {
    if (jobs.length > 1) for (const job of jobs) await attempt(claimed, [job], write)
    else await markFailed(claimed, jobs[0]!, error)
  }
}

type Reaching = Extract<JobKind, { settle: unknown }>

/** Writes what came of each job as soon as it is there: together with those that came while the last were being written. */
async function finishAsReached(claimed: Claimed, jobs: Job<never>[], { reach, settle }: Reaching) {
  const { context } = claimed
  const waiting = new Map<Job<never>, unknown>()
  const writeWhatCame = async () => {
    const came = new Map(waiting)
    waiting.clear()
    if (came.size > 0)
      await attempt(claimed, [...came.keys()], (trx, held) =>
        settle(
          trx,
          held.map(job => came.get(job)),
          context,
        ),
      )
  }
  let writing = Promise.resolve()
  const oneAfterTheOther = (step: () => Promise<void>) => {
    writing = writing.then(step, step)
    return writing
  }
  await Promise.all(
    reach(jobs, context).map(async (reached, at) => {
      const job = jobs[at]!
      try {
        waiting.set(job, await reached)
      } catch (error) {
        return oneAfterTheOther(async () => {
          await (error === notReached ? putBack(claimed, job) : markFailed(claimed, job, error))
        })
      }
      return oneAfterTheOther(writeWhatCame)
    }),
  )
}

/** Does the jobs of one kind that are due, as many as it takes at a time; returns how many there were. */
export async function runKind(kind: JobKind, context: JobContext): Promise<number> {
  const { lease, jobs } = await claim(context.db, context.clock, kind)
  const claimed = { queue: kind.queue, lease, context }
  if (jobs.length === 0) return 0
  if (kind.reach) await finishAsReached(claimed, jobs, kind)
  else await attempt(claimed, jobs, (trx, held) => kind.run(trx, held, context))
  return jobs.length
}
