import { type OpenDatabase, openDatabase } from './database.ts'

const server = process.env.TEST_DATABASE_URL
let count = 0

/** For tests of the engines themselves: opens an empty database that is gone once closed. */
export type Engine = { name: string; open: (poolSize: number) => Promise<OpenDatabase> }

/** Always the embedded engine, and a server where one is given. */
export const engines: Engine[] = [
  { name: 'embedded', open: () => openDatabase({ dataDir: 'memory' }) },
  ...(server ? [{ name: 'server', open: (poolSize: number) => openOnServer(server, poolSize) }] : []),
]

async function openOnServer(address: string, poolSize: number): Promise<OpenDatabase> {
  const name = `pipeline_engine_${process.pid}_${count++}`
  await onServer(address, `drop database if exists ${name}`)
  await onServer(address, `create database ${name}`)
  const databaseUrl = Object.assign(new URL(address), { pathname: `/${name}` }).href
  const database = await openDatabase({ databaseUrl, poolSize })
  const close = async () => {
    await database.close()
    await onServer(address, `drop database ${name}`)
  }
  return { ...database, close }
}

async function onServer(databaseUrl: string, statement: string) {
  const { pool, close } = await openDatabase({ databaseUrl, poolSize: 1 })
  const client = await pool.connect()
  await client.query(statement, []).finally(client.release)
  await close()
}
