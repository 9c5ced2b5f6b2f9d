import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { handClock, silentLog, testDatabase } from '#test/support.ts'
import { readConfig } from './config.ts'
import type { Db } from './database/database.ts'
import { createSite } from './feature.ts'
import { enqueue, type Job, type JobContext, type JobKind, notReached, runDue } from './jobs.ts'

type Outcome = (trx: Db) => Promise<void>
type Reach = (job: Job<string>, context: JobContext) => Promise<Outcome>

/** Jobs of a kind that reaches out, and what was seen, in its order: rolled back where its transaction was. */
async function queueWith(reach: Reach, payloads = ['mail']) {
  const db = await testDatabase()
  await sql`delete from activity_outbox`.execute(db)
  await sql`delete from job`.execute(db)
  await sql`create temporary table effect (at integer generated always as identity, says text) on commit drop`.execute(
    db,
  )
  const clock = handClock()
  for (const payload of payloads) await enqueue(db, clock, 'q', payload, payload)
  const kind: JobKind<string, Outcome> = {
    queue: 'q',
    batch: 10,
    reach: (jobs, context) => jobs.map(job => reach(job, context)),
    settle: async (trx, outcomes) => {
      for (const write of outcomes) await write(trx)
    },
  }
  const site = createSite([{ name: 'test', jobs: [kind as JobKind] }])
  const run = () => runDue({ db, clock, site, config: readConfig({}), log: silentLog })
  return { db, clock, run }
}

const see = async (db: Db, says: string) =>
  void (await sql`insert into effect (says) values (${says})`.execute(db))
const seen = async (db: Db) =>
  (await sql<{ says: string }>`select says from effect order by at`.execute(db)).rows.map(({ says }) => says)

const isDone = async (db: Db) =>
  (await db.selectFrom('job').select('done_at').executeTakeFirstOrThrow()).done_at !== null

test('a job reaches out before the transaction in which it is marked as done and its outcome is written', async () => {
  const { db, run } = await queueWith(async ({ payload }: Job<string>, { db }) => {
    await see(db, `reached for ${payload}, done: ${await isDone(db)}`)
    return async trx => see(trx, `written, done: ${await isDone(trx)}`)
  })
  await run()
  await run()
  expect(await seen(db)).toEqual(['reached for mail, done: false', 'written, done: true'])
})

test('a job that could not reach out writes nothing, and is tried again', async () => {
  let away = true
  const { db, clock, run } = await queueWith(async () => {
    if (away) throw new Error('nobody answers')
    return trx => see(trx, 'written')
  })
  await run()
  expect(await db.selectFrom('job').select('last_error').execute()).toEqual([
    { last_error: 'nobody answers' },
  ])
  away = false
  clock.forward(6_000)
  await run()
  expect(await seen(db)).toEqual(['written'])
})

test('a job that there was no time for is done in the next round, and was not tried', async () => {
  let rounds = 0
  const { db, run } = await queueWith(async ({ attempts }) => {
    rounds += 1
    if (rounds === 1) throw notReached
    return trx => see(trx, `written at try ${attempts}`)
  })
  await run()
  expect(await seen(db)).toEqual(['written at try 1'])
  expect(await db.selectFrom('job').select('last_error').execute()).toEqual([{ last_error: null }])
})

test('a job whose outcome could not be written reaches out again', async () => {
  let broken = true
  const { db, clock, run } = await queueWith(async (_, { db }) => {
    await see(db, 'reached')
    return async trx => {
      await see(trx, 'written')
      if (broken) throw new Error('the database went away')
    }
  })
  await run()
  broken = false
  clock.forward(6_000)
  await run()
  expect(await seen(db)).toEqual(['reached', 'reached', 'written'])
})

const notDone = (db: Db) =>
  db
    .selectFrom('job')
    .select(['key', 'last_error'])
    .where('done_at', 'is', null)
    .orderBy('key')
    .execute()
    .then(jobs => jobs.map(({ key, last_error }) => `${key}: ${last_error}`))

test('jobs reach out together, and what one has reached is written while another still waits', async () => {
  const quickIsWritten = Promise.withResolvers<void>()
  const { db, run } = await queueWith(
    async ({ payload }) => {
      if (payload === 'slow') await quickIsWritten.promise
      return async trx => {
        await see(trx, payload)
        quickIsWritten.resolve()
      }
    },
    ['slow', 'quick'],
  )
  await run()
  expect(await seen(db)).toEqual(['quick', 'slow'])
})

test('of jobs that reach out together, one that fails or cannot be written holds up no other', async () => {
  const { db, run } = await queueWith(
    async ({ payload }) => {
      if (payload === 'b') throw new Error('nobody answers')
      return async trx => {
        await see(trx, payload)
        if (payload === 'c') throw new Error('not to be written')
      }
    },
    ['a', 'b', 'c', 'd'],
  )
  await run()
  expect(await seen(db)).toEqual(['a', 'd'])
  expect(await notDone(db)).toEqual(['b: nobody answers', 'c: not to be written'])
})
