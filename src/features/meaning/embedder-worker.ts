import { setPriority } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { loadLocalEmbedder } from './local-embedder.ts'
import { wholeAndPassages } from './meaning.ts'

/** `embed`: a list of vectors for each text, of the whole and its passages. `words`: one for each, of the words alone. */
export type ThreadTask = { act: 'embed' | 'words'; texts: readonly string[] }
/** A question comes before what is done in bulk. */
export type Urgency = 'question' | 'bulk'
export type ThreadRequest = { id: number; urgency: Urgency; task: ThreadTask } | { id: number; forget: true }
export type ThreadReply = { id: number; vectors: Float32Array[][] }

type Work = { id: number; steps: (() => Promise<void>)[]; vectors: Float32Array[][] }

// Linux counts the niceness of each thread by itself: pages go first.
if (process.platform === 'linux') setPriority(19)

const port = parentPort!
const embedder = await loadLocalEmbedder()
const queues: Record<Urgency, Work[]> = { question: [], bulk: [] }
let isRunning = false
let mayGoOnAt = 0
let resting: NodeJS.Timeout | undefined

function workOf(id: number, { act, texts }: ThreadTask): Work {
  const vectors: Float32Array[][] = texts.map(() => [])
  if (act === 'words') {
    const all = async () => {
      for (const [at, text] of texts.entries()) vectors[at] = [embedder.embedQuickly(text)]
    }
    return { id, vectors, steps: [all] }
  }
  const steps = texts.flatMap((text, at) => {
    const passages = embedder.passagesOf(text)
    const found: Float32Array[] = []
    return passages.map(passage => async () => {
      found.push(await embedder.embedPassage(passage.text))
      if (found.length === passages.length)
        vectors[at] = wholeAndPassages(
          found,
          passages.map(({ pieces }) => pieces),
        )
    })
  })
  return { id, vectors, steps }
}

/**
 * One passage at a time: a question waits for one of them at most. After each in bulk the thread rests as long as that took,
 * so that half a core stays free for pages; a question ends the rest.
 */
async function run() {
  isRunning = true
  clearTimeout(resting)
  for (;;) {
    await setImmediate()
    const isAsked = queues.question.length > 0
    const queue = isAsked ? queues.question : queues.bulk
    const work = queue[0]
    if (!work) break
    const began = performance.now()
    if (!isAsked && began < mayGoOnAt) {
      resting = setTimeout(run, mayGoOnAt - began)
      break
    }
    await work.steps.shift()?.()
    if (!isAsked) mayGoOnAt = 2 * performance.now() - began
    if (work.steps.length > 0) continue
    queue.splice(queue.indexOf(work), 1)
    port.postMessage({ id: work.id, vectors: work.vectors } satisfies ThreadReply)
  }
  isRunning = false
}

port.on('message', (request: ThreadRequest) => {
  if ('forget' in request) {
    for (const queue of Object.values(queues)) {
      const at = queue.findIndex(({ id }) => id === request.id)
      if (at >= 0) queue.splice(at, 1)
    }
    return
  }
  queues[request.urgency].push(workOf(request.id, request.task))
  if (!isRunning) run()
})
port.postMessage('ready')
