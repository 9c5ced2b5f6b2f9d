import { expect, onTestFinished, test, vi } from 'vitest'
import { embedderThread } from './embedder-thread.ts'

/** A thread that answers as the task's text says: 'die', 'wait', or anything else for an answer. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, task }) => {
      const [text] = task?.texts ?? ['wait']
      if (text === 'die') throw new Error('out of memory')
      if (text !== 'wait') parentPort.postMessage({ id, vectors: [[Float32Array.of(text.length)]] })
    })`)}`,
)

function openThread() {
  const thread = embedderThread(program)
  onTestFinished(thread.end)
  return (text: string, seconds = 5) => thread.ask({ act: 'embed', texts: [text] }, 'question', seconds)
}

test('who waits too long is told so, and the next is answered', async () => {
  const ask = openThread()
  await expect(ask('wait', 0.05)).rejects.toThrow('more than 0.05 seconds')
  expect(await ask('four')).toEqual([[Float32Array.of(4)]])
})

test('who asks while too many wait is refused at once', async () => {
  const ask = openThread()
  const waiting = Array.from({ length: 16 }, () => ask('wait', 0.5))
  await expect(ask('four')).rejects.toThrow('too much to do')
  await Promise.allSettled(waiting)
  expect(await ask('four')).toEqual([[Float32Array.of(4)]])
})

test('a thread that died takes its questions with it, and is started again after a while', async () => {
  const ask = openThread()
  const waiting = ask('wait')
  await expect(Promise.all([waiting, ask('die')])).rejects.toThrow('out of memory')
  await expect(waiting).rejects.toThrow('out of memory')
  await expect(ask('four')).rejects.toThrow('died a moment ago')
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
  onTestFinished(() => void vi.restoreAllMocks())
  expect(await ask('four')).toEqual([[Float32Array.of(4)]])
})
