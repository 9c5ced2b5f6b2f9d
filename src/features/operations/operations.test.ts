import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#plumbing/config.ts'
import type { Db } from '#plumbing/database/database.ts'
import { unavailable } from '#plumbing/database/unavailable.ts'
import { enqueue, type JobContext } from '#plumbing/jobs.ts'
import { handClock, silentLog, testApp, testDatabase } from '#test/support.ts'
import { backUpEmbedded, tidyDoneJobs, tidyRateLimits } from './jobs.ts'

test('/health says that the process is alive', async () => {
  const { get } = await testApp()
  const answer = await get('/health')
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({ alive: true })
})

test('/ready says yes on a database that is up to date, whose jobs are being done', async () => {
  const { get, drain } = await testApp()
  await drain()
  const answer = await get('/ready')
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    ready: true,
    database: 'ok',
    pendingMigrations: 0,
    jobs: { stuck: false },
  })
})

test('/ready says no while a migration is pending', async () => {
  const { get, db } = await testApp()
  await sql`delete from migration where number = 3`.execute(db)
  const answer = await get('/ready')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toEqual({ ready: false, database: 'ok', pendingMigrations: 1 })
})

test('/ready says no when jobs are stuck', async () => {
  const clock = handClock()
  const { get, db } = await testApp({ clock })
  await sql`delete from job`.execute(db)
  await enqueue(db, clock, 'q', 'k', '')
  clock.forward(16 * 60_000)
  const answer = await get('/ready')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ ready: false, jobs: { waiting: 1, stuck: true } })
})

test('/ready says no without a database, and /health still says yes', async () => {
  const db = await testDatabase()
  const gone = new Proxy(db, {
    get: (target, name) => {
      if (name === 'getExecutor') throw unavailable('gone')
      return Reflect.get(target, name, target)
    },
  })
  const { get } = await testApp({ db: gone })
  const answer = await get('/ready')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toEqual({ ready: false, database: 'unavailable' })
  expect((await get('/health')).statusCode).toBe(200)
})

test('robots are kept from answers to one person’s question', async () => {
  const { get } = await testApp()
  const answer = await get('/robots.txt')
  expect(answer.headers['content-type']).toContain('text/plain')
  expect(answer.body.split('\n')).toEqual(
    expect.arrayContaining(['User-agent: *', 'Disallow: /check', 'Disallow: /search']),
  )
})

test('security.txt has a contact, and an end within a year', async () => {
  const { get } = await testApp()
  const answer = await get('/.well-known/security.txt')
  expect(answer.body).toContain('Contact: http://pipeline.test/\n')
  expect(answer.body).toContain('Expires: 2027-05-20T00:00:00Z\n')
})

async function nightly(environment: Record<string, string> = {}) {
  const db = await testDatabase()
  const clock = handClock('2026-11-21T03:10:00Z')
  const config = readConfig(environment)
  return { db, clock, context: { db, clock, config, log: silentLog } as unknown as JobContext }
}

const keysOf = async (db: Db) =>
  (await db.selectFrom('job').select('key').execute()).map(({ key }) => key).sort()

test('jobs done more than thirty days ago are tidied away; dead and waiting ones stay', async () => {
  const { db, clock, context } = await nightly()
  await sql`delete from job`.execute(db)
  for (const key of ['old', 'older dead', 'recent', 'waiting']) await enqueue(db, clock, 'q', key, '')
  const mark = (key: string, values: { done_at?: string; dead_at?: string }) =>
    db
      .updateTable('job')
      .set(values as never)
      .where('key', '=', key)
      .execute()
  await mark('old', { done_at: '2026-10-22T03:09:59Z' })
  await mark('recent', { done_at: '2026-10-22T03:10:00Z' })
  await mark('older dead', { dead_at: '2026-01-01T00:00:00Z' })
  await tidyDoneJobs(db, context)
  expect(await keysOf(db)).toEqual(['older dead', 'recent', 'waiting'])
})

test('counts of requests are forgotten when their minute is over', async () => {
  const { db, context } = await nightly()
  await sql`delete from rate_limit`.execute(db)
  await sql`insert into rate_limit (key, hits, ends_at) values ('over', 1, '2026-11-21T03:09:59Z'), ('now', 1, '2026-11-21T03:10:30Z')`.execute(
    db,
  )
  await tidyRateLimits(db, context)
  expect(await db.selectFrom('rate_limit').select('key').execute()).toEqual([{ key: 'now' }])
})

test('the embedded database is backed up each night, and seven nights are kept', async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'pipeline-nightly-'))
  onTestFinished(() => rmSync(DATA_DIR, { recursive: true }))
  const { db, context } = await nightly({ DATA_DIR })
  const folder = join(DATA_DIR, 'backups')
  mkdirSync(folder)
  for (let day = 10; day < 20; day++) writeFileSync(join(folder, `nightly-2026-11-${day}.jsonl.gz`), '')
  writeFileSync(join(folder, 'before-the-upgrade.jsonl.gz'), '')
  await db.transaction().execute(trx => backUpEmbedded(trx, context))
  expect(readdirSync(folder).sort()).toEqual([
    'before-the-upgrade.jsonl.gz',
    ...[14, 15, 16, 17, 18, 19, 21].map(day => `nightly-2026-11-${day}.jsonl.gz`),
  ])
})

test('on PostgreSQL there is no nightly backup of ours', async () => {
  const { db, context } = await nightly({ DATABASE_URL: 'postgres://h/n', DATA_DIR: '/no/such/folder' })
  await expect(backUpEmbedded(db, context)).resolves.toBeUndefined()
})
