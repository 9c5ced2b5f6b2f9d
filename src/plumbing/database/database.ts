import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { openEmbedded } from './embedded.ts'
import { openServer } from './server.ts'

export { isUnavailable } from './unavailable.ts'

/** Every table of the platform; each feature's generated `tables.ts` adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by augmentation
export interface Tables {}

export type Db = Kysely<Tables>
export type Pool = PostgresPool

/** With `databaseUrl` a PostgreSQL server; without, the embedded engine on `dataDir` ('memory': nothing is kept). */
export type DatabaseOptions = {
  databaseUrl?: string
  dataDir?: string
  /** What a new embedded database begins with: a file that `embedded.snapshot` wrote. */
  snapshot?: string
  /** Connections to a server at most. */
  poolSize?: number
  /** Milliseconds to wait for the embedded engine's one connection. */
  patience?: number
  /** Hears what fails while nobody waits: a connection lost, housekeeping refused. */
  onIdleError?: (error: Error) => void
}

export type OpenDatabase = {
  db: Db
  pool: Pool
  engine: 'embedded' | 'server'
  /** Fresh statistics, and on the embedded engine vacuum and checkpoint: worth it after an import. */
  housekeep(): Promise<void>
  /** Only with the embedded engine: a copy of the whole in one file, and the fsyncs so far. */
  embedded?: { snapshot(path: string): Promise<void>; fsyncs(): Promise<number> }
  close(): Promise<void>
}

export const kyselyOver = (pool: Pool): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = options
  if (databaseUrl) {
    const { pool, housekeep } = openServer({ ...options, databaseUrl })
    return { db: kyselyOver(pool), pool, engine: 'server', housekeep, close: pool.end }
  }
  if (!dataDir) throw new Error('Neither a database address nor a data directory is configured.')
  const { pool, housekeep, ...embedded } = await openEmbedded({ ...options, dataDir })
  return { db: kyselyOver(pool), pool, engine: 'embedded', housekeep, embedded, close: pool.end }
}
