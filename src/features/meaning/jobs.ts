import type { Db } from '#plumbing/database/database.ts'
import type { Job, JobContext, JobKind } from '#plumbing/jobs.ts'
import { isEmbedding, keptModels } from './embedder.ts'
import { embedSubjects } from './embedding-actions.ts'
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

async function outcomes(jobs: Job<Subject>[], context: JobContext) {
  if (!isEmbedding()) return jobs.map(() => undefined)
  await sayProgress(context)
  return embedSubjects(
    context,
    keptModels(),
    jobs.map(({ payload }) => payload),
  )
}

/** Embeds what changed, apart from all other jobs: a thing takes a tenth of a second, many of them minutes. */
export const embedJob: JobKind<Subject> = {
  queue: embedQueue,
  batch,
  leaseSeconds: 600,
  isLong: true,
  reach: (jobs, context) => {
    const all = outcomes(jobs, context)
    return jobs.map(async (_, at) => {
      const write = await (await all)[at]
      return async (trx: Db) => write?.(trx, context.clock)
    })
  },
}
