import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { isUnavailable, unavailable } from './unavailable.ts'
import { encode, parserFor } from './values.ts'
import { vectorSearch } from './vector-search.ts'

export type ServerOptions = { databaseUrl: string; poolSize?: number; onIdleError?: (error: Error) => void }

const seconds = 1000
const mostNamed = 256

/** A node-postgres pool whose values, errors and statements behave as the embedded engine's do. */
export function openServer({ databaseUrl, poolSize = 10, onIdleError }: ServerOptions) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: 5 * seconds,
    idleTimeoutMillis: 60 * seconds,
    keepAlive: true,
    application_name: 'pipeline',
    options: ['TimeZone=UTC', ...vectorSearch].map(setting => `-c ${setting}`).join(' '),
    statement_timeout: 30 * seconds,
    idle_in_transaction_session_timeout: 60 * seconds,
    types: { getTypeParser: (type: number) => parserFor(type) as never },
  })
  // Without listeners a restart of the database would end this process: the pool reports what happens to an idle
  // connection, the client what happens to one that is in use but between two statements.
  const report = (error: Error) => onIdleError?.(error)
  pool.on('error', report)
  pool.on('connect', client => client.on('error', report))

  const names = statementNames()
  const connect = async () => {
    try {
      return wrap(await pool.connect(), names)
    } catch (error) {
      if (isUnavailable(error) || /timeout/.test(String(error))) {
        throw unavailable('The database cannot be reached.', error)
      }
      throw error
    }
  }
  const housekeep = async () => {
    const client = await pool.connect()
    try {
      await client.query('set statement_timeout = 0; analyze; reset statement_timeout')
    } finally {
      client.release()
    }
  }
  return { pool: { connect, end: () => pool.end() } as PostgresPool, housekeep }
}

const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()

function wrap(client: pg.PoolClient, names: StatementNames): PostgresPoolClient {
  const known = wrapped.get(client)
  if (known) return known
  const wrapper = {
    query: (sql: string, parameters: readonly unknown[]) => run(client, names, sql, parameters),
    release: () => client.release(client.getTransactionStatus() !== 'I'),
  } as PostgresPoolClient
  wrapped.set(client, wrapper)
  return wrapper
}

// Only without parameters may a text hold several statements; a single read is worth keeping its plan.
const isOneRead = /^\s*(select|with)\b[^;]*$/i

async function run(
  client: pg.PoolClient,
  names: StatementNames,
  sql: string,
  parameters: readonly unknown[],
) {
  if (parameters.length === 0 && !isOneRead.test(sql)) {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(sql)
    return Array.isArray(result) ? result.at(-1)! : result
  }
  const types = parameters.some(Array.isArray) ? await parameterTypes(client, sql) : []
  const values = parameters.map((parameter, n) => encode(parameter, types[n]))
  try {
    return await client.query({ name: names.of(sql), text: sql, values })
  } catch (error) {
    if (!isStalePlan(error)) throw error
    names.renew()
    if (client.getTransactionStatus() !== 'I') throw error
    return client.query({ name: names.of(sql), text: sql, values })
  }
}

// An upgrade changed a table while this process kept running: its kept plans describe rows that are no more.
const isStalePlan = (error: unknown) =>
  error instanceof pg.DatabaseError && error.code === '0A000' && /cached plan/.test(error.message)

type StatementNames = ReturnType<typeof statementNames>

/** A name makes the server keep the plan. Only the first few hundred texts get one: each costs memory per connection. */
function statementNames() {
  const names = new Map<string, string>()
  let generation = 0
  return {
    of: (sql: string) => {
      const known = names.get(sql)
      if (known !== undefined || names.size >= mostNamed) return known
      const name = `${createHash('sha256').update(sql).digest('base64url').slice(0, 24)}.${generation}`
      names.set(sql, name)
      return name
    },
    renew: () => {
      names.clear()
      generation++
    },
  }
}

const typesOf = new Map<string, number[]>()

/** Asked once per text: only the server knows whether an array is meant for jsonb or for an array column. */
async function parameterTypes(client: pg.PoolClient, sql: string): Promise<number[]> {
  const known = typesOf.get(sql)
  if (known) return known
  const results = (await client.query(
    `prepare asked as ${sql}; select parameter_types::oid[] as types from pg_prepared_statements where name = 'asked'; deallocate asked`,
  )) as unknown as pg.QueryResult[]
  const types = results[1]!.rows[0].types as number[]
  if (typesOf.size >= mostNamed) typesOf.clear()
  typesOf.set(sql, types)
  return types
}
