import type { Slots } from '#plumbing/feature.ts'
import { embedQuery, isEmbedding } from './embedder.ts'
import { countWaiting, hasVectors } from './embedding-queries.ts'
import { askEndpoint, endpointOf } from './endpoint-embedder.ts'
import { embedQueue } from './jobs.ts'

const question = 'The bins were not emptied'

/** Whether texts can be compared by what they mean, and how many are still to be worked out. */
export const modelCheckup: Slots['checkups'] = {
  what: 'meaning',
  look: async ({ config, open }) => {
    if (!isEmbedding())
      return {
        state: 'look',
        says: 'off: found by words alone',
        todo: 'Set EMBEDDER to local to find by meaning too.',
      }
    const endpoint = endpointOf(config)
    const failed = endpoint && (await askEndpoint(endpoint, [question], 'question').then(() => null, String))
    if (failed)
      return {
        state: 'wrong',
        says: `EMBEDDING_URL does not answer: ${failed}`,
        todo: 'Check EMBEDDING_URL, EMBEDDING_KEY, EMBEDDING_MODEL and EMBEDDING_DIMENSIONS. Until then the local model stands in.',
      }
    if (!(await embedQuery(question)))
      return {
        state: 'wrong',
        says: 'the local model does not answer',
        todo: 'Is there memory for it, about 200 MB?',
      }
    try {
      const { db } = await open()
      const waiting = await countWaiting(db, embedQueue)
      if (waiting > 0) return { state: 'ok', says: `the model answers; ${waiting} texts wait for it` }
      return (await hasVectors(db))
        ? { state: 'ok', says: 'the model answers, and no text waits for it' }
        : {
            state: 'look',
            says: 'no text has been worked out yet',
            todo: 'Start the site or a worker, or run pipeline embed.',
          }
    } catch {
      // That the database cannot be reached has been said.
      return { state: 'ok', says: 'the model answers' }
    }
  },
}
