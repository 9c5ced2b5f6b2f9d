import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type Failure, failure } from '#plumbing/failures.ts'
import type { FileToRead, WholeFile } from './whole-file.ts'

// TypeScript when run from source; its bundle when this file is itself part of one.
const program = [
  new URL('./reading-worker.ts', import.meta.url),
  new URL('./reading-worker.js', import.meta.url),
].find(url => existsSync(url))!

/** What a thread gives back; it ends with it. */
type Answer<Read> = { read: Read } | { failure: Failure }

const atOnce = 2
const mostWaiting = 6

const stillReading =
  'Another file of your organisation is still being read. Wait a minute, then bring yours again.'
const askOperator = 'Ask those who run this site to take it in.'

/**
 * Reads whole files, each in a thread of its own that ends with it, two at a time and some that wait. A file that takes
 * longer than so many seconds, or more memory, is a Failure, and so is one that comes while too many wait.
 */
export function readingThreads<Wanted = FileToRead, Read = WholeFile>({
  file = program,
  seconds = 20,
  megabytes = 256,
} = {}) {
  const waiting: (() => void)[] = []
  const readers = new Set<string>()
  let running = 0

  const begin = async () => {
    if (running < atOnce) {
      running += 1
      return
    }
    if (waiting.length >= mostWaiting)
      throw failure('busy', 'Several files are being read already. Wait a minute, then bring yours again.')
    await new Promise<void>(resolve => waiting.push(resolve))
  }

  // Whoever waits takes the place of who has ended.
  const end = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  const readApart = async (wanted: Wanted): Promise<Answer<Read>> => {
    const worker = new Worker(file, {
      workerData: wanted,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    // What goes wrong while it is being ended concerns nobody.
    worker.on('error', () => {})
    try {
      const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(seconds * 1000) })
      return answer
    } catch (error) {
      const { name, code } = error as NodeJS.ErrnoException
      if (name === 'AbortError')
        throw failure('too-large', `We stopped reading the file after ${seconds} seconds. ${askOperator}`)
      if (code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw failure('too-large', `We stopped reading the file: it needs too much memory. ${askOperator}`)
      throw error
    } finally {
      await worker.terminate()
    }
  }

  const inTurn = async (wanted: Wanted) => {
    await begin()
    return readApart(wanted).finally(end)
  }

  /** `reader` names for whom it is read: nobody has two files read or waiting at once, so that one cannot keep others out. */
  return async (wanted: Wanted, reader?: string): Promise<Read> => {
    if (reader !== undefined && readers.has(reader)) throw failure('busy', stillReading)
    if (reader !== undefined) readers.add(reader)
    const answer = await inTurn(wanted).finally(() => reader !== undefined && readers.delete(reader))
    if ('failure' in answer) throw failure(answer.failure.kind, answer.failure.message)
    return answer.read
  }
}

/** As a person waits for it. */
export const readWholeFile = readingThreads()
