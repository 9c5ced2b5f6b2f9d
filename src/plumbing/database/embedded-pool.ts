import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { EmbeddedWorker } from './embedded.ts'
import { unavailable } from './unavailable.ts'

type Turn = { begin: () => void }

/** A pool of one connection with a fair queue: whoever asked first is served first. */
export function poolOfOne(worker: EmbeddedWorker, patience: number): PostgresPool {
  const queue: Turn[] = []
  let taken = false

  const next = () => {
    const turn = queue.shift()
    if (turn) turn.begin()
    else taken = false
  }

  const client = (): PostgresPoolClient => {
    let released = false
    return {
      query: ((sql: string, parameters: readonly unknown[]) => {
        if (released) throw new Error('This database client has already been given back.')
        return worker.query(sql, parameters)
      }) as PostgresPoolClient['query'],
      release() {
        if (released) return
        released = true
        if (worker.inTransaction()) void worker.query('rollback', []).then(next, next)
        else next()
      },
    }
  }

  const connect = () =>
    new Promise<PostgresPoolClient>((resolve, reject) => {
      if (!taken) {
        taken = true
        return resolve(client())
      }
      const turn = {
        begin() {
          clearTimeout(timer)
          resolve(client())
        },
      }
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(turn), 1)
        reject(
          unavailable(
            `No turn at the embedded database within ${patience / 1000} s: it is busy, or a transaction waits for a query that was not made through it.`,
          ),
        )
      }, patience)
      queue.push(turn)
    })

  return { connect, end: () => worker.close() }
}
