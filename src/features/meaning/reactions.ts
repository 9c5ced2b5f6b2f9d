import { enqueueAll, type Reaction } from '#plumbing/jobs.ts'
import { isEmbedding } from './embedder.ts'
import { embedQueue } from './jobs.ts'
import { embeddablesOf } from './meaning.ts'

/** Whatever happened to a thing with running text, what it means is looked at again; a job does that, apart. */
export const embedWhatChanged: Reaction = {
  name: 'embed-what-changed',
  to: () => true,
  batch: 200,
  run: async (trx, activities, { site, clock }) => {
    if (!isEmbedding()) return
    const kinds = new Set(embeddablesOf(site).map(({ kind }) => kind))
    const jobs = activities
      .filter(({ subject }) => kinds.has(subject.kind))
      .map(({ id, subject }) => ({ key: `${subject.kind} ${subject.id}`, id, subject }))
    const last = new Map(jobs.map(job => [job.key, job]))
    await enqueueAll(
      trx,
      clock,
      [...last.values()].map(({ key, id, subject }) => ({
        queue: embedQueue,
        key: `${key} ${id}`,
        payload: subject,
      })),
    )
  },
}
