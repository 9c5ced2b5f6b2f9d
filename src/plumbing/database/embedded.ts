import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PostgresPool } from 'kysely'
import { failure } from '../failures.ts'
import { lockFolder } from './embedded-lock.ts'
import { poolOfOne } from './embedded-pool.ts'
import { template, unpack } from './embedded-template.ts'
import { startThread } from './embedded-thread.ts'

export const embeddedNotice = 'Embedded database: for trying out and small pilots.'
export const engineMajor = '18'

export type EmbeddedOptions = {
  dataDir: string
  snapshot?: string
  patience?: number
  onIdleError?: (error: Error) => void
}

const halfAnHour = 30 * 60_000

/** PGlite behind its guard rails: own thread, durable folder, lock, housekeeping. */
export const openEmbedded = (options: EmbeddedOptions) =>
  options.dataDir === 'memory' ? openInMemory(options) : openOnDisk(options)

async function openInMemory({ snapshot, patience = 10_000 }: EmbeddedOptions) {
  const thread = await startThread({ tar: snapshot ?? (await template()) })
  const { connect } = poolOfOne(async () => thread, patience)
  const pool: PostgresPool = { connect, end: thread.close }
  return {
    pool,
    housekeep: () => housekeep(pool),
    snapshot: thread.snapshot,
    fsyncs: thread.fsyncs,
  }
}

async function openOnDisk({ dataDir, snapshot, patience = 10_000, onIdleError }: EmbeddedOptions) {
  mkdirSync(dataDir, { recursive: true })
  const unlock = await lockFolder(resolve(dataDir))
  const folder = join(resolve(dataDir), 'database')
  const start = async () => {
    if (!existsSync(folder)) unpack(snapshot ?? (await template()), folder)
    return startOn(folder)
  }
  let thread = await start().catch(async error => {
    await unlock()
    throw error
  })
  let closed = false
  const living = async () => {
    if (thread.isBroken() && !closed) thread = await startOn(folder)
    return thread
  }
  const { connect } = poolOfOne(living, patience)

  let swept = 0
  const sweep = async () => {
    if ((await thread.fsyncs()) === swept) return
    await housekeep({ connect })
    swept = await thread.fsyncs()
  }
  const timer = setInterval(() => sweep().catch(error => onIdleError?.(error)), halfAnHour).unref()

  const end = async () => {
    if (closed) return
    closed = true
    clearInterval(timer)
    await thread.close()
    await unlock()
  }
  return {
    pool: { connect, end } as PostgresPool,
    housekeep: () => housekeep({ connect }),
    snapshot: (path: string) => thread.snapshot(path),
    fsyncs: () => thread.fsyncs(),
  }
}

async function startOn(folder: string) {
  const version = join(folder, 'PG_VERSION')
  const major = existsSync(version) ? readFileSync(version, 'utf8').trim() : undefined
  if (major !== engineMajor) {
    const held = major ? `a database of PostgreSQL ${major}` : 'no database'
    throw failure(
      'unavailable',
      `${folder} holds ${held}, and this program brings PostgreSQL ${engineMajor}. Start the version that made it, take a backup, and restore that here.`,
    )
  }
  return startThread({ folder })
}

const ownTables = `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^pg_|^information_schema$'`

/** What a server's autovacuum does by itself. A connection for each table, so that others get their turn between. */
async function housekeep(pool: Pick<PostgresPool, 'connect'>) {
  const run = async <R>(sql: string) => {
    const client = await pool.connect()
    try {
      return (await client.query<R>(sql, [])).rows
    } finally {
      client.release()
    }
  }
  for (const { name } of await run<{ name: string }>(ownTables)) await run(`vacuum (analyze) ${name}`)
  await run('checkpoint')
}
