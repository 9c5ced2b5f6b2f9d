import type { DatabaseOptions } from './database.ts'

const server = process.env.TEST_DATABASE_URL

type Engine = { name: string; options: DatabaseOptions }

/** For tests of the engines themselves: always the embedded one, and a server where one is given. */
export const engines: Engine[] = [
  { name: 'embedded', options: { dataDir: 'memory' } },
  ...(server ? [{ name: 'server', options: { databaseUrl: server, poolSize: 1 } }] : []),
]
