import type { Db } from '#plumbing/database/database.ts'
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

async function outcomes(jobs: Job<Subject>[], context: JobContext): Promise<Promise<Made>[]> {
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
export const embedJob: JobKind<Subject> = {
  queue: embedQueue,
  batch,
  leaseSeconds: 600,
  isLong: true,
  reach: (jobs, context) => {
    const all = outcomes(jobs, context)
    return jobs.map(async ({ id, payload }, at) => {
      const { write, isGone, unread } = await (await all)[at]!
      if (unread && !write) throw unread
      const { clock, site } = context
      return async (trx: Db) => {
        await write?.(trx)
        if (write && !isGone)
          for (const { afterEmbedding } of site.slot('meaningFollowers'))
            await afterEmbedding(trx, clock, payload)
        // One model could read it, and this job is done; the other is asked again by a new one.
        const again = new Date(clock.now().getTime() + secondsUntilAgain * 1000)
        if (unread) await enqueue(trx, clock, embedQueue, `${keyOf(payload)} after ${id}`, payload, again)
      }
    })
  },
}
