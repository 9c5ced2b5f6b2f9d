import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { type Db, kyselyOver, type Pool } from './database.ts'

/**
 * For tests: a database whose every change is undone by `undo`. All goes through one client inside one transaction;
 * the transactions of the code under test become savepoints, and those who ask for a connection meanwhile queue.
 */
export async function rolledBack(pool: Pool): Promise<{ db: Db; pool: Pool; undo: () => Promise<void> }> {
  const client = await pool.connect()
  await client.query('begin', [])
  const inner = poolOfSavepoints(client)
  const undo = async () => {
    try {
      await client.query('rollback', [])
    } finally {
      client.release()
    }
  }
  return { db: kyselyOver(inner), pool: inner, undo }
}

const savepoints: [RegExp, string[]][] = [
  [/^(begin|start transaction)\b/i, ['savepoint of_test']],
  [/^commit\b/i, ['release savepoint of_test']],
  [/^rollback$/i, ['rollback to savepoint of_test', 'release savepoint of_test']],
]

function poolOfSavepoints(client: PostgresPoolClient): PostgresPool {
  let last: Promise<void> = Promise.resolve()
  const connect = async () => {
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = promise
    await before
    let inTransaction = false
    const query = async (text: string, parameters: readonly unknown[]) => {
      const instead = savepoints.find(([pattern]) => pattern.test(text))?.[1]
      if (instead) inTransaction = instead.length === 1 && instead[0]!.startsWith('savepoint')
      else if (!inTransaction) return guarded(text, parameters)
      let result: unknown
      for (const each of instead ?? [text]) result = await client.query(each, instead ? [] : parameters)
      return result
    }
    return { query, release: resolve } as PostgresPoolClient
  }
  // Outside a transaction a failed statement harms no other: here too.
  const guarded = async (text: string, parameters: readonly unknown[]) => {
    await client.query('savepoint of_statement', [])
    try {
      const result = await client.query(text, parameters)
      await client.query('release savepoint of_statement', [])
      return result
    } catch (error) {
      await client.query('rollback to savepoint of_statement; release savepoint of_statement', [])
      throw error
    }
  }
  return { connect, end: async () => {} }
}
