import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Thread } from './embedded-thread.ts'
import { unavailable } from './unavailable.ts'

/**
 * A pool of one connection with a fair queue: whoever asked first is served first. `patience` is in milliseconds,
 * `living` gives the thread to work with.
 */
export function poolOfOne(living: () => Promise<Thread>, patience: number): Pick<PostgresPool, 'connect'> {
  const queue: (() => void)[] = []
  let taken = false

  const next = () => {
    const begin = queue.shift()
    if (begin) begin()
    else taken = false
  }

  const turn = () =>
    new Promise<void>((resolve, reject) => {
      if (!taken) {
        taken = true
        return resolve()
      }
      const begin = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(begin), 1)
        reject(
          unavailable(
            `No turn at the embedded database's one connection within ${patience / 1000} s: either it is busy, or a transaction awaits a query that was not made through the transaction itself.`,
          ),
        )
      }, patience)
      queue.push(begin)
    })

  const connect = async () => {
    await turn()
    try {
      return clientOf(await living(), next)
    } catch (error) {
      next()
      throw error
    }
  }
  return { connect }
}

function clientOf(thread: Thread, next: () => void): PostgresPoolClient {
  let released = false
  const query = async (sql: string, parameters: readonly unknown[]) => {
    if (released) throw new Error('This database client has already been given back.')
    return thread.query(sql, parameters)
  }
  const release = () => {
    if (released) return
    released = true
    if (thread.inTransaction()) thread.query('rollback').then(next, next)
    else next()
  }
  return { query, release } as PostgresPoolClient
}
