import { createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isUnavailable, openDatabase } from './database.ts'

const server = process.env.TEST_DATABASE_URL

const open = async (databaseUrl: string, poolSize = 2) => {
  const troubles: Error[] = []
  const database = await openDatabase({ databaseUrl, poolSize, onIdleError: error => troubles.push(error) })
  onTestFinished(() => database.close())
  return { ...database, troubles }
}

test('a server that cannot be reached is unavailable, not broken', async () => {
  const { db } = await open('postgres://nobody@127.0.0.1:1/nothing')
  const asking = sql`select 1`.execute(db)
  await expect(asking).rejects.toMatchObject({ name: 'DatabaseUnavailable' })
  await expect(asking).rejects.toSatisfy(isUnavailable)
})

test('a server that hangs up while greeting is unavailable', async () => {
  const sockets: Socket[] = []
  const rude = createServer(socket => sockets.push(socket.on('data', () => socket.destroy())))
  await new Promise<void>(resolve => rude.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void rude.close())
  const { port } = rude.address() as { port: number }
  const { db } = await open(`postgres://nobody@127.0.0.1:${port}/nothing`)
  await expect(sql`select 1`.execute(db)).rejects.toSatisfy(isUnavailable)
})

test('what the request did wrong is not called unavailable', () => {
  expect(isUnavailable(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false)
  expect(isUnavailable(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBe(
    false,
  )
  expect(isUnavailable(Object.assign(new Error('disk full'), { code: '53100' }))).toBe(true)
  expect(isUnavailable('a text')).toBe(false)
})

describe.skipIf(!server)('on a server', () => {
  const cutOff = async (pid: number) => {
    const { db } = await open(server!, 1)
    await sql`select pg_terminate_backend(${pid})`.execute(db)
  }
  const pidQuery = sql<{ pid: number }>`select pg_backend_pid() as pid`

  test('an idle connection that is cut is told of, and the next query has a new one', async () => {
    const { db, troubles } = await open(server!, 1)
    const { pid } = (await pidQuery.execute(db)).rows[0]!
    await cutOff(pid)
    await expect.poll(() => troubles.length).toBeGreaterThan(0)
    expect((await pidQuery.execute(db)).rows[0]!.pid).not.toBe(pid)
  })

  test('a connection cut between two statements fails its transaction as unavailable, nothing else', async () => {
    const { db, troubles } = await open(server!, 1)
    const transaction = db.transaction().execute(async trx => {
      await cutOff((await pidQuery.execute(trx)).rows[0]!.pid)
      await expect.poll(() => troubles.length).toBeGreaterThan(0)
      await sql`select 1`.execute(trx)
    })
    await expect(transaction).rejects.toSatisfy(isUnavailable)
    expect((await sql`select 1`.execute(db)).rows).toHaveLength(1)
  })

  test('a query cut off in the middle is unavailable', async () => {
    const { db } = await open(server!, 2)
    await db.connection().execute(async connection => {
      const { pid } = (await pidQuery.execute(connection)).rows[0]!
      const sleeping = sql`select pg_sleep(${20})`.execute(connection)
      await Promise.all([cutOff(pid), expect(sleeping).rejects.toSatisfy(isUnavailable)])
    })
  })

  test('a client given back in the middle of a transaction leaves nothing behind', async () => {
    const { db, pool } = await open(server!, 1)
    const client = await pool.connect()
    await client.query('begin', [])
    await client.query('create table left_behind (n int)', [])
    client.release()
    const { rows } = await sql<{ found: string | null }>`select to_regclass('left_behind') as found`.execute(
      db,
    )
    expect(rows).toEqual([{ found: null }])
  })

  test('a query with parameters is planned once and kept under a name', async () => {
    const { db } = await open(server!, 1)
    for (const n of [1, 2, 3]) await sql`select ${n}::int as kept_plan`.execute(db)
    const { rows } =
      await sql`select statement from pg_prepared_statements where statement like '%kept_plan'`.execute(db)
    expect(rows).toHaveLength(1)
  })
})
