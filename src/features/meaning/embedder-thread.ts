import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { ThreadReply, ThreadRequest, ThreadTask, Urgency } from './embedder-worker.ts'

// TypeScript when run from source; its bundle when this file is itself part of one.
const program = [
  new URL('./embedder-worker.ts', import.meta.url),
  new URL('./embedder-worker.js', import.meta.url),
].find(url => existsSync(url))!

type Waiting = {
  urgency: Urgency
  resolve: (vectors: Float32Array[][]) => void
  reject: (error: Error) => void
}

const mostWaiting = { question: 16, bulk: 64 }
const secondsBetweenStarts = 10

/** Why there is no answer: too much to do, too late, or the thread died. Callers go on without. */
export class EmbedderBusy extends Error {
  override name = 'EmbedderBusy'
}

/**
 * The local model in a thread of its own, started when it is first needed and again after it died. A question goes before
 * bulk work; who asks while too many wait is refused at once.
 */
export function embedderThread(file: URL = program) {
  let worker: Worker | undefined
  let startedAt = 0
  let asked = 0
  const waiting = new Map<number, Waiting>()

  const lose = (lost: Worker, error: Error) => {
    if (worker !== lost) return
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  const start = () => {
    if (Date.now() - startedAt < secondsBetweenStarts * 1000)
      throw new EmbedderBusy('The embedder died a moment ago, and is not started again yet.')
    startedAt = Date.now()
    const started = new Worker(file, { execArgv: [] })
    started.on('error', error => lose(started, error))
    started.on('exit', () => lose(started, new EmbedderBusy('The embedder ended.')))
    started.on('message', (reply: ThreadReply | 'ready') => {
      if (reply !== 'ready') waiting.get(reply.id)?.resolve(reply.vectors)
    })
    return started
  }

  /** Gives the vectors of each text; throws when there is no answer within so many seconds. */
  const ask = async (task: ThreadTask, urgency: Urgency, withinSeconds: number) => {
    const before = [...waiting.values()].filter(other => other.urgency === urgency).length
    if (before >= mostWaiting[urgency]) throw new EmbedderBusy('The embedder has too much to do.')
    worker ??= start()
    const asking = worker
    const id = asked++
    let timer: NodeJS.Timeout | undefined
    // Only while someone waits does the thread keep the process alive.
    asking.ref()
    try {
      return await new Promise<Float32Array[][]>((resolve, reject) => {
        waiting.set(id, { urgency, resolve, reject })
        asking.postMessage({ id, urgency, task } satisfies ThreadRequest)
        timer = setTimeout(
          () => reject(new EmbedderBusy(`The embedder took more than ${withinSeconds} seconds.`)),
          withinSeconds * 1000,
        )
      })
    } catch (error) {
      asking.postMessage({ id, forget: true } satisfies ThreadRequest)
      throw error
    } finally {
      clearTimeout(timer)
      waiting.delete(id)
      if (waiting.size === 0) asking.unref()
    }
  }

  return { ask, end: async () => void (await worker?.terminate()) }
}
