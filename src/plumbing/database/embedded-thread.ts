import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import type { EngineStart, QueryAnswer, Reply, Task } from './embedded-engine.ts'
import { unavailable } from './unavailable.ts'
import { parserFor } from './values.ts'

// TypeScript when run from source; its bundle when this file is itself part of one.
const program = [
  new URL('./embedded-worker.ts', import.meta.url),
  new URL('./embedded-worker.js', import.meta.url),
].find(url => existsSync(url))!

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** PGlite in a thread of its own, so that a heavy query never stops the web server's event loop. */
export async function startThread(options: EngineStart) {
  const worker = new Worker(program, { workerData: options, execArgv: [] })
  const waiting = new Map<number, Waiting>()
  const ready = Promise.withResolvers<void>()
  let asked = 0
  let inTransaction = false
  let broken: Error | undefined

  const fail = (error: Error) => {
    broken ??= error
    ready.reject(error)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', error =>
    fail(unavailable(`The embedded database stopped unexpectedly: ${error.message}`, error)),
  )
  worker.on('exit', () => fail(unavailable('The embedded database is closed.')))
  worker.on('message', (message: Reply | 'ready') => {
    if (message === 'ready') return ready.resolve()
    const caller = waiting.get(message.id)
    waiting.delete(message.id)
    if ('value' in message) return caller?.resolve(message.value)
    inTransaction = message.inTransaction
    const { message: text, length, fields } = message.refusal
    caller?.reject(Object.assign(new pg.DatabaseError(text, length, 'error'), fields))
  })

  const ask = <T>(task: Task) =>
    new Promise<T>((resolve, reject) => {
      if (broken) return reject(broken)
      const id = asked++
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
      worker.postMessage({ id, ...task })
    })

  const query = async (sql: string, parameters: readonly unknown[] = []) => {
    const answer = await ask<QueryAnswer>({ act: 'query', sql, parameters })
    inTransaction = answer.inTransaction
    return { command: answer.command, rowCount: answer.rowCount, rows: asObjects(answer) }
  }

  await ready.promise
  return {
    query,
    inTransaction: () => inTransaction,
    isBroken: () => broken !== undefined,
    snapshot: (path: string) => ask<void>({ act: 'snapshot', path }),
    fsyncs: () => ask<number>({ act: 'fsyncs' }),
    close: async () => {
      if (!broken) await ask({ act: 'close' })
      await worker.terminate()
    },
  }
}
export type Thread = Awaited<ReturnType<typeof startThread>>

function asObjects({ fields, rows }: QueryAnswer) {
  const columns = fields.map(({ name, type }) => ({ name, parse: parserFor(type) }))
  return rows.map(texts =>
    Object.fromEntries(
      columns.map(({ name, parse }, n) => [name, texts[n] === null ? null : parse(texts[n]!)] as const),
    ),
  )
}
