import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { type Db, kyselyOver, type Pool } from './database.ts'

type RolledBack = {
  db: Db
  pool: Pool
  undo(): Promise<void>
  keep(): Promise<void>
  takeBack(): Promise<void>
}

/**
 * For tests: a database whose every change is undone by `undo`. All goes through one client inside one transaction;
 * the transactions of the code under test become savepoints, and those who ask for a connection meanwhile queue.
 * `undo` waits for its turn too, and refuses who comes later: a request whose sender went away is still being answered.
 * `keep` marks how things stand, and `takeBack` makes them stand so again, as often as one likes.
 */
export async function rolledBack(pool: Pool): Promise<RolledBack> {
  const client = await pool.connect()
  await client.query('begin', [])
  const inner = poolOfSavepoints(client)
  const undo = async () => {
    const turn = await inner.connect()
    inner.close()
    try {
      await client.query('rollback', [])
    } finally {
      client.release()
      turn.release()
    }
  }
  const inTurn = async (sql: string) => {
    const turn = await inner.connect()
    await client.query(sql, []).finally(() => turn.release())
  }
  return {
    db: kyselyOver(inner),
    pool: inner,
    undo,
    keep: () => inTurn('savepoint kept'),
    takeBack: () => inTurn('rollback to savepoint kept'),
  }
}

function poolOfSavepoints(client: PostgresPoolClient): PostgresPool & { close(): void } {
  const run = (sql: string, parameters: readonly unknown[] = []) => client.query(sql, parameters)

  // Outside a transaction a failed statement spoils no other: here neither.
  const alone = async (sql: string, parameters: readonly unknown[]) => {
    await run('savepoint of_statement')
    try {
      const result = await run(sql, parameters)
      await run('release savepoint of_statement')
      return result
    } catch (error) {
      await run('rollback to savepoint of_statement; release savepoint of_statement')
      throw error
    }
  }

  const clientInTurn = (next: () => void) => {
    let inTransaction = false
    const rollback = () => {
      inTransaction = false
      return run('rollback to savepoint of_code; release savepoint of_code')
    }
    const query = (sql: string, parameters: readonly unknown[]) => {
      if (/^(begin|start transaction)/i.test(sql)) {
        inTransaction = true
        return run('savepoint of_code')
      }
      if (/^commit/i.test(sql)) {
        inTransaction = false
        return run('release savepoint of_code')
      }
      if (/^rollback$/i.test(sql)) return rollback()
      return inTransaction ? run(sql, parameters) : alone(sql, parameters)
    }
    const release = () => {
      if (inTransaction) rollback().then(next, next)
      else next()
    }
    return { query, release } as PostgresPoolClient
  }

  let isClosed = false
  let last: Promise<void> = Promise.resolve()
  const connect = async () => {
    const before = last
    const turn = Promise.withResolvers<void>()
    last = turn.promise
    await before
    if (isClosed) {
      turn.resolve()
      throw new Error('The test whose database this was is over.')
    }
    return clientInTurn(turn.resolve)
  }
  const close = () => {
    isClosed = true
  }
  return { connect, close, end: async () => {} }
}
