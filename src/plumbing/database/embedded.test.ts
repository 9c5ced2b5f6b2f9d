import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { root } from '#plumbing/root.ts'
import { type Db, isUnavailable, type OpenDatabase, openDatabase } from './database.ts'
import { engineMajor } from './embedded.ts'
import { reply, start } from './embedded-engine.ts'
import { lockByFile, lockFolder } from './embedded-lock.ts'
import { template } from './embedded-template.ts'

const opened: OpenDatabase[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map(database => database.close()))
})

async function open(dataDir: string) {
  const database = await openDatabase({ dataDir })
  opened.push(database)
  return database
}

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const count = async (db: Db, table: string) =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n

/** Another process that opens the folder and writes numbers, telling each only once it is kept. */
function otherProcess(folder: string) {
  const program = `
    const { openDatabase } = await import('#plumbing/database/database.ts')
    const { sql } = await import('kysely')
    const { db } = await openDatabase({ dataDir: ${JSON.stringify(folder)} })
    await sql\`create table number (n int)\`.execute(db)
    for (let n = 1; ; n++) {
      await sql\`insert into number values (\${n})\`.execute(db)
      console.log(n)
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: root })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { child, kept: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

const heavy = 'select count(*) from generate_series(1, 400000) as n where n::text ~ $1'

/** Which came first: a timer set as the work began, or the end of the work. */
const firstOf = (work: Promise<unknown>) => Promise.race([setTimeout(1, 'timer'), work.then(() => 'answer')])

let shared: OpenDatabase
beforeAll(async () => {
  shared = await openDatabase({ dataDir: 'memory', patience: 500 })
})
afterAll(() => shared.close())

describe('the thread', () => {
  test('timers fire while a heavy query runs, as they would not in the main thread', async () => {
    const client = await shared.pool.connect()
    const query = client.query(heavy, ['7$'])
    expect(await firstOf(query)).toBe('timer')
    await query
    client.release()

    const engine = await start({ tar: await template() })
    expect(await firstOf(reply(engine, { id: 1, act: 'query', sql: heavy, parameters: ['7$'] }))).toBe(
      'answer',
    )
    await engine.pg.close()
  })

  test('a panic fails the callers as unavailable, and the next one finds all that was acknowledged', async () => {
    const folder = newFolder()
    const { db } = await open(folder)
    await sql`create table kept (n int)`.execute(db)
    await sql`insert into kept values (${1})`.execute(db)
    const wal = join(folder, 'database', 'pg_wal')
    renameSync(wal, `${wal}.away`)
    const lost = sql`select pg_switch_wal()`
      .execute(db)
      .then(() => sql`insert into kept values (${2})`.execute(db))
    await expect(lost).rejects.toSatisfy(isUnavailable)
    await expect(sql`select 1`.execute(db)).rejects.toSatisfy(isUnavailable)
    renameSync(`${wal}.away`, wal)
    expect(await count(db, 'kept')).toBe(1)
  })
})

describe('the durable folder', () => {
  test('100 inserts reach the disk at least 100 times, 100 reads do not', async () => {
    const { db, embedded } = await open(newFolder())
    await sql`create table kept (n int)`.execute(db)
    const before = await embedded!.fsyncs()
    for (let n = 0; n < 100; n++) await sql`insert into kept values (${n})`.execute(db)
    const written = (await embedded!.fsyncs()) - before
    expect(written).toBeGreaterThanOrEqual(100)
    for (let n = 0; n < 100; n++) await sql`select * from kept where n = ${n}`.execute(db)
    expect((await embedded!.fsyncs()) - before - written).toBeLessThan(10)
  })

  test('a database of another PostgreSQL major is refused, and says what to do', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'database'))
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '16\n')
    await expect(open(folder)).rejects.toThrow(/PostgreSQL 16.*PostgreSQL 18.*backup/)
    rmSync(join(folder, 'database'), { recursive: true })
    const { db } = await open(folder)
    const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db)
    expect(rows[0]!.server_version.split('.')[0]).toBe(engineMajor)
  })
})

describe('the lock', () => {
  test('a second process is refused with the number of the first; once that was killed, it finds all that was acknowledged', async () => {
    const folder = newFolder()
    const { child, kept } = otherProcess(folder)
    let last = 0
    while (last < 20) last = Number((await kept.next()).value)
    await expect(open(folder)).rejects.toThrow(`in use by process ${child.pid}.`)
    child.kill('SIGKILL')
    for await (const line of kept) last = Number(line)
    const { db } = await open(folder)
    expect(await count(db, 'number')).toBeGreaterThanOrEqual(last)
  })

  test('unlocking lets the next one in', async () => {
    const folder = newFolder()
    const unlock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid}.`)
    await unlock()
    await (await lockFolder(folder))()
  })

  test('a lock file of a process that is no more is taken over', async () => {
    const path = join(newFolder(), 'database.pid')
    const unlock = await lockByFile(path)
    await expect(lockByFile(path)).rejects.toThrow(`process ${process.pid}.`)
    await unlock()
    expect(existsSync(path)).toBe(false)
    writeFileSync(path, String(spawnSync(process.execPath, ['--version']).pid))
    await (await lockByFile(path))()
  })
})

describe('housekeeping', () => {
  test('it gives the planner statistics and takes dead rows away', async () => {
    const { db, housekeep } = shared
    await sql`create table worn as select n from generate_series(1, 5000) as n`.execute(db)
    await sql`delete from worn`.execute(db)
    const state = async () =>
      (
        await sql<{
          tuples: number
          bytes: number
        }>`select reltuples as tuples, pg_relation_size('worn') as bytes
          from pg_class where relname = 'worn'`.execute(db)
      ).rows[0]
    expect(await state()).toMatchObject({ tuples: -1, bytes: expect.toSatisfy((bytes: number) => bytes > 0) })
    await housekeep()
    expect(await state()).toEqual({ tuples: 0, bytes: 0 })
  })

  test('a snapshot opens as an equal database of its own', async () => {
    const file = join(newFolder(), 'snapshot.tar')
    await sql`create table copied as select n from generate_series(1, 7) as n`.execute(shared.db)
    await shared.embedded!.snapshot(file)
    const second = await openDatabase({ dataDir: 'memory', snapshot: file })
    opened.push(second)
    await sql`delete from copied where n > 5`.execute(second.db)
    expect([await count(shared.db, 'copied'), await count(second.db, 'copied')]).toEqual([7, 5])
  })
})

describe('the pool of one', () => {
  beforeAll(() => sql`create table kept (n int)`.execute(shared.db))

  test('whoever asked first is served first', async () => {
    const served: number[] = []
    const first = await shared.pool.connect()
    const others = [1, 2, 3].map(async n => {
      const client = await shared.pool.connect()
      served.push(n)
      client.release()
    })
    first.release()
    await Promise.all(others)
    expect(served).toEqual([1, 2, 3])
  })

  test('who waits too long is told why, and the queue goes on without them', async () => {
    const first = await shared.pool.connect()
    const waiting = sql`select 1`.execute(shared.db)
    await expect(waiting).rejects.toThrow(/within 0.5 s.*transaction/)
    await expect(waiting).rejects.toSatisfy(isUnavailable)
    first.release()
    expect((await sql`select 1`.execute(shared.db)).rows).toHaveLength(1)
  })

  test('a client given back in the middle of a transaction leaves nothing behind', async () => {
    const client = await shared.pool.connect()
    await client.query('begin', [])
    await client.query('insert into kept values ($1)', [1])
    client.release()
    expect(await count(shared.db, 'kept')).toBe(0)
    await expect(client.query('select 1', [])).rejects.toThrow('given back')
  })

  test('a failed statement spoils only its own transaction', async () => {
    const failing = shared.db.transaction().execute(async trx => {
      await sql`insert into kept values (${1})`.execute(trx)
      await sql`select ${1} / 0`.execute(trx)
    })
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    expect(await count(shared.db, 'kept')).toBe(0)
  })
})
