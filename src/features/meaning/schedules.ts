import { inLondon } from '#plumbing/clock.ts'
import { enqueueAll, type Schedule } from '#plumbing/jobs.ts'
import { isEmbedding, keptModels } from './embedder.ts'
import { countWaiting, ensureIndex, hasVectors, listMissing } from './embedding-queries.ts'
import { embedQueue } from './jobs.ts'
import { embeddablesOf } from './meaning.ts'

/** Putting in more would keep pages waiting on the embedded engine; these take about as long as it is to the next run. */
const atOnce = 1000

/** After an upgrade, a restore, or a change of the model: what has no vectors gets them. */
export const embedWhatIsMissing: Schedule = {
  name: 'embed-what-is-missing',
  at: { everyMinutes: 2 },
  run: async (trx, { site, clock }) => {
    if (!isEmbedding()) return
    const models = keptModels()
    const names = models.map(({ name }) => name)
    for (const model of models) await ensureIndex(trx, model)
    // What waits may be what is missing.
    if ((await countWaiting(trx, embedQueue)) > 0) return
    const kinds = embeddablesOf(site).map(({ kind }) => kind)
    // What shows no text stays missing, and is asked for once a day; after a restore, all is missing at once.
    const asked = (await hasVectors(trx)) ? inLondon(clock.now()).date : clock.now().toISOString()
    const mark = `${names.join(' ')} ${asked}`
    const missing = await listMissing(trx, kinds, names, { queue: embedQueue, mark, most: atOnce })
    await enqueueAll(
      trx,
      clock,
      missing.map(subject => ({
        queue: embedQueue,
        key: `${subject.kind} ${subject.id} ${mark}`,
        payload: subject,
      })),
    )
  },
}
