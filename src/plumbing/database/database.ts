import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { startWorker } from './embedded.ts'
import { poolOfOne } from './embedded-pool.ts'
import { serverPool } from './server.ts'

/** Every table of the platform; each feature's generated `tables.ts` adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by augmentation
export interface Tables {}

export type Db = Kysely<Tables>
export type Pool = PostgresPool

/** With `databaseUrl` a PostgreSQL server; without, the embedded engine on `dataDir` ('memory': nothing is kept). */
export type DatabaseOptions = {
  databaseUrl?: string
  dataDir?: string
  /** A file that `snapshot` wrote: what a new embedded database begins with. */
  snapshot?: string
  poolSize?: number
  /** Milliseconds to wait for the embedded engine's one connection. */
  patience?: number
  onIdleError?: (error: Error) => void
}

export type OpenDatabase = {
  db: Db
  pool: Pool
  engine: 'embedded' | 'server'
  close(): Promise<void>
}

export const kyselyOver = (pool: Pool): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, poolSize, onIdleError } = options
  if (databaseUrl) {
    const pool = serverPool({ databaseUrl, poolSize, onIdleError })
    return { db: kyselyOver(pool), pool, engine: 'server', close: () => pool.end() }
  }
  if (!dataDir) throw new Error('Neither a database address nor a data directory is configured.')
  const embedded = await openEmbedded(options)
  return { db: kyselyOver(embedded.pool), engine: 'embedded', ...embedded }
}

async function openEmbedded({ dataDir, snapshot, patience = 10_000 }: DatabaseOptions) {
  const folder = dataDir === 'memory' ? undefined : join(dataDir!, 'database')
  if (folder) mkdirSync(folder, { recursive: true })
  const worker = await startWorker({ folder, tar: snapshot })
  const pool = poolOfOne(worker, patience)
  return { pool, close: () => pool.end() }
}
