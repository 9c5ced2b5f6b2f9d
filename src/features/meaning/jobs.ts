import { enqueue, type Job, type JobContext, type JobKind } from '#plumbing/jobs.ts'
import { isEmbedding, keptModels } from './embedder.ts'
import { embedSubjects, keyOf, type Made } from './embedding-actions.ts'
import { countWaiting } from './embedding-queries.ts'
import type { Subject } from './meaning.ts'

export const embedQueue = 'embed'
const batch = 8

const secondsBetweenLines = 10
let saidAt = 0

/** A line in the log now and then, as long as there is more than one batch to do. */
async function sayProgress({ db, log }: JobContext) {
  if (Date.now() - saidAt < secondsBetweenLines * 1000) return
  saidAt = Date.now()
  const waiting = await countWaiting(db, embedQueue)
  if (waiting > batch) log.info({ waiting }, 'working out what texts mean')
}

/** What is to be written of one thing, in the job that asked for it. */
type Embedded = Made & { job: Job<Subject> }

async function madeOf(jobs: Job<Subject>[], context: JobContext): Promise<Promise<Made>[]> {
  if (!isEmbedding()) return jobs.map(async () => ({}))
  await sayProgress(context)
  return embedSubjects(
    context,
    keptModels(),
    jobs.map(({ payload }) => payload),
  )
}

const secondsUntilAgain = 300

/** Embeds what changed, apart from all other jobs: a thing takes a tenth of a second, many of them minutes. */
export const embedJob: JobKind<Subject, Embedded> = {
  queue: embedQueue,
  batch,
  leaseSeconds: 600,
  isLong: true,
  reach: (jobs, context) => {
    const all = madeOf(jobs, context)
    return jobs.map(async (job, at) => {
      const made = await (await all)[at]!
      if (made.unread && !made.write) throw made.unread
      return { job, ...made }
    })
  },
  settle: async (trx, embedded, { clock, site }) => {
    for (const { job, write, isGone, unread } of embedded) {
      const { id, payload } = job
      await write?.(trx)
      if (write && !isGone)
        for (const { afterEmbedding } of site.slot('meaningFollowers'))
          await afterEmbedding(trx, clock, payload)
      // One model could read it, and this job is done; the other is asked again by a new one.
      const again = new Date(clock.now().getTime() + secondsUntilAgain * 1000)
      if (unread) await enqueue(trx, clock, embedQueue, `${keyOf(payload)} after ${id}`, payload, again)
    }
  },
}
