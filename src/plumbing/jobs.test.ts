import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { handClock, silentLog, testDatabase } from '#test/support.ts'
import { recordActivity } from './activity.ts'
import { system } from './actor.ts'
import { readConfig } from './config.ts'
import type { Db } from './database/database.ts'
import { createSite, type Feature } from './feature.ts'
import {
  dueKey,
  enqueue,
  enqueueSchedules,
  type JobContext,
  type JobKind,
  listDeadJobs,
  type Reaction,
  retryDeadJobs,
  runDue,
} from './jobs.ts'

declare module './activity.ts' {
  interface ActivityKinds {
    'thing.happened': { n: number }
  }
}

const minute = 60_000
const day = 24 * 60 * minute

/** A queue of its own with a table that shows each effect, also one that happens twice. */
async function queueOf(feature: Omit<Feature, 'name'>) {
  const db = await testDatabase()
  await sql`delete from activity_outbox`.execute(db)
  await sql`delete from job`.execute(db)
  await sql`create temporary table effect (says text not null) on commit drop`.execute(db)
  const clock = handClock()
  const context: JobContext = {
    db,
    clock,
    site: createSite([{ name: 'test', ...feature }]),
    config: readConfig({}),
    log: silentLog,
  }
  return { db, clock, context, run: () => runDue(context) }
}

const have = (db: Db, says: string) => sql`insert into effect values (${says})`.execute(db)
const effects = async (db: Db) =>
  (await sql<{ says: string }>`select says from effect order by says`.execute(db)).rows.map(
    ({ says }) => says,
  )

const kind = (parts: Partial<JobKind<string>> & Pick<JobKind<string>, 'run'>) =>
  ({ queue: 'q', ...parts }) as JobKind

describe('a job', () => {
  test('is done once, however often it is put in under the same key', async () => {
    const { db, clock, run } = await queueOf({
      jobs: [kind({ run: async (trx, [job]) => void (await have(trx, job!.payload)) })],
    })
    await enqueue(db, clock, 'q', 'k', 'first')
    await enqueue(db, clock, 'q', 'k', 'second')
    await run()
    await enqueue(db, clock, 'q', 'k', 'third')
    await run()
    expect(await effects(db)).toEqual(['first'])
  })

  test('that was put in by a transaction taken back is not done', async () => {
    const { db, clock, run } = await queueOf({
      jobs: [kind({ run: async trx => void (await have(trx, 'done')) })],
    })
    const broken = db.transaction().execute(async trx => {
      await enqueue(trx, clock, 'q', 'k', '')
      throw new Error('taken back')
    })
    await expect(broken).rejects.toThrow('taken back')
    await run()
    expect(await effects(db)).toEqual([])
  })

  test('for later waits until then', async () => {
    const { db, clock, run } = await queueOf({
      jobs: [kind({ run: async trx => void (await have(trx, 'done')) })],
    })
    await enqueue(db, clock, 'q', 'k', '', new Date(clock.now().getTime() + day))
    await run()
    expect(await effects(db)).toEqual([])
    clock.forward(day)
    await run()
    expect(await effects(db)).toEqual(['done'])
  })

  test('that fails leaves no effect, and is tried again after the back-off and not before', async () => {
    let tries = 0
    const { db, clock, run } = await queueOf({
      jobs: [
        kind({
          run: async trx => {
            await have(trx, `try ${++tries}`)
            if (tries < 3) throw new Error('not yet')
          },
        }),
      ],
    })
    await enqueue(db, clock, 'q', 'k', '')
    await run()
    clock.forward(3.9 * 1000)
    await run()
    expect(tries).toBe(1)
    clock.forward(2.2 * 1000)
    await run()
    expect(tries).toBe(2)
    clock.forward(13 * 1000)
    await run()
    expect(await effects(db)).toEqual(['try 3'])
    const [job] = await db.selectFrom('job').selectAll().execute()
    expect(job).toMatchObject({ attempts: 3, last_error: null, done_at: clock.now() })
  })

  test('is given up after twelve tries, is shown with its error, and gets twelve more on request', async () => {
    let broken = true
    const { db, clock, run } = await queueOf({
      jobs: [
        kind({
          run: async trx => {
            if (broken) throw new Error('the printer is on fire')
            await have(trx, 'done')
          },
        }),
      ],
    })
    await enqueue(db, clock, 'q', 'k', '')
    for (let n = 0; n < 15; n++) {
      await run()
      clock.forward(day)
    }
    const dead = await listDeadJobs(db)
    expect(dead).toMatchObject([{ queue: 'q', attempts: 12, last_error: 'the printer is on fire' }])
    broken = false
    expect(await retryDeadJobs(db, clock, dead[0]!.id)).toBe(1)
    await run()
    expect(await effects(db)).toEqual(['done'])
    expect(await listDeadJobs(db)).toEqual([])
    expect(await retryDeadJobs(db, clock)).toBe(0)
  })

  test('of a worker that was killed is free again when the lease has run out', async () => {
    const { db, clock, run } = await queueOf({
      jobs: [kind({ leaseSeconds: 30, run: async trx => void (await have(trx, 'done')) })],
    })
    await enqueue(db, clock, 'q', 'k', '')
    const leased_until = new Date(clock.now().getTime() + 30_000)
    await db.updateTable('job').set({ lease: '00000000-0000-4000-8000-000000000000', leased_until }).execute()
    await run()
    clock.forward(30_000)
    await run()
    expect(await effects(db)).toEqual([])
    clock.forward(1)
    await run()
    expect(await effects(db)).toEqual(['done'])
  })

  test('whose lease another worker has taken over meanwhile is left to that one', async () => {
    const { db, clock, context } = await queueOf({
      jobs: [kind({ batch: 2, run: async trx => void (await have(trx, 'done')) })],
    })
    await enqueue(db, clock, 'q', 'a', '')
    const stealLease = async (work: (trx: Db) => Promise<unknown>) => {
      await db.updateTable('job').set({ lease: '00000000-0000-4000-8000-000000000000' }).execute()
      return db.transaction().execute(work)
    }
    const stolen = new Proxy(db, {
      get: (target, name) => {
        if (name === 'transaction') return () => ({ execute: stealLease })
        const member = Reflect.get(target, name, target)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
    await runDue({ ...context, db: stolen })
    expect(await effects(db)).toEqual([])
    expect(await db.selectFrom('job').select('done_at').execute()).toEqual([{ done_at: null }])
  })

  test('that fails in a batch does not hold up the others, and each of them happens once', async () => {
    const batches: number[] = []
    const { db, clock, run } = await queueOf({
      jobs: [
        kind({
          batch: 10,
          run: async (trx, jobs) => {
            batches.push(jobs.length)
            for (const { payload } of jobs) {
              await have(trx, payload)
              if (payload === 'c') throw new Error('c cannot be done')
            }
          },
        }),
      ],
    })
    for (const key of ['a', 'b', 'c', 'd']) await enqueue(db, clock, 'q', key, key)
    await run()
    expect(batches).toEqual([4, 1, 1, 1, 1])
    expect(await effects(db)).toEqual(['a', 'b', 'd'])
  })
})

describe('a reaction', () => {
  const tell: Reaction = {
    name: 'tell',
    to: kind => kind === 'thing.happened',
    batch: 50,
    run: async (trx, activities) => {
      for (const { subject } of activities) await have(trx, `told of ${subject.id}`)
    },
  }
  const happen = (db: Db, clock: JobContext['clock'], id: string) =>
    recordActivity(db, clock, {
      kind: 'thing.happened',
      subject: { kind: 'thing', id },
      actor: system,
      detail: { n: 1 },
    })

  test('follows each activity once, and only those it is meant for', async () => {
    const other: Reaction = { ...tell, name: 'other', to: kind => kind === 'other.happened' }
    const { db, clock, run } = await queueOf({ reactions: [tell, other] })
    await happen(db, clock, '1')
    await happen(db, clock, '2')
    await run()
    await run()
    expect(await effects(db)).toEqual(['told of 1', 'told of 2'])
    expect(await db.selectFrom('activity_outbox').selectAll().execute()).toEqual([])
  })

  test('does not follow an activity that was taken back', async () => {
    const { db, clock, run } = await queueOf({ reactions: [tell] })
    const broken = db.transaction().execute(async trx => {
      await happen(trx, clock, '1')
      throw new Error('taken back')
    })
    await expect(broken).rejects.toThrow('taken back')
    await run()
    expect(await effects(db)).toEqual([])
  })

  test('follows once when the queue is filled twice from the same outbox, as after a kill in between', async () => {
    const { db, clock, run } = await queueOf({ reactions: [tell] })
    await happen(db, clock, '1')
    const outbox = await db.selectFrom('activity_outbox').selectAll().execute()
    await run()
    await db.insertInto('activity_outbox').values(outbox).execute()
    await run()
    expect(await effects(db)).toEqual(['told of 1'])
  })

  test('that activities set off in turn is done in the same run', async () => {
    const chain: Reaction = {
      ...tell,
      name: 'chain',
      run: async (trx, activities, { clock }) => {
        for (const { subject } of activities)
          if (subject.id !== '3') await happen(trx, clock, String(Number(subject.id) + 1))
      },
    }
    const { db, clock, run } = await queueOf({ reactions: [tell, chain] })
    await happen(db, clock, '1')
    await run()
    expect(await effects(db)).toEqual(['told of 1', 'told of 2', 'told of 3'])
  })

  test('to what comes while a worker is at work waits until it looks again, and the jobs it puts in do not', async () => {
    const tellOn: Reaction = {
      ...tell,
      run: async (trx, activities, { clock }) => {
        for (const { subject } of activities) {
          await enqueue(trx, clock, 'q', subject.id, `sent of ${subject.id}`)
          if (subject.id === '1') await happen(trx, clock, '2')
        }
      },
    }
    const send = kind({ run: async (trx, [job]) => void (await have(trx, job!.payload)) })
    const { db, clock, context } = await queueOf({ jobs: [send], reactions: [tellOn] })
    await happen(db, clock, '1')
    await runDue(context, { gathers: true })
    expect(await effects(db)).toEqual(['sent of 1'])
    await runDue(context, { gathers: true })
    expect(await effects(db)).toEqual(['sent of 1', 'sent of 2'])
  })
})

describe('a schedule', () => {
  const at = (time: string, daily: string) => dueKey({ at: { daily } }, new Date(time))

  test('runs once in its slot, however many workers look and however often', async () => {
    const { db, clock, context, run } = await queueOf({
      schedules: [
        { name: 'often', at: { everyMinutes: 10 }, run: async trx => void (await have(trx, 'often')) },
      ],
    })
    for (let n = 0; n < 20; n++) {
      await Promise.all([enqueueSchedules(context), enqueueSchedules(context)])
      await run()
      clock.forward(minute)
    }
    // From 9:15 to 9:35: the slots of 9:10, 9:20 and 9:30.
    expect(await effects(db)).toEqual(['often', 'often', 'often'])
  })

  test('that was missed for days is made up for once', async () => {
    const { db, clock, context, run } = await queueOf({
      schedules: [
        { name: 'nightly', at: { daily: '03:10' }, run: async trx => void (await have(trx, 'night')) },
      ],
    })
    await enqueueSchedules(context)
    await run()
    clock.forward(5 * day)
    await enqueueSchedules(context)
    await run()
    await enqueueSchedules(context)
    await run()
    expect(await effects(db)).toEqual(['night', 'night'])
  })

  test('goes by the clocks in London, in summer and in winter', () => {
    expect(at('2026-07-01T02:09:59Z', '03:10')).toBe('2026-06-30')
    expect(at('2026-07-01T02:10:00Z', '03:10')).toBe('2026-07-01')
    expect(at('2026-12-01T03:09:59Z', '03:10')).toBe('2026-11-30')
    expect(at('2026-12-01T03:10:00Z', '03:10')).toBe('2026-12-01')
    expect(at('2026-03-29T23:30:00Z', '03:10'), 'the day before had 23 hours').toBe('2026-03-29')
  })

  test.each([
    ['into summer time, when 01:30 does not exist', '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z'],
    ['out of it, when 01:30 comes twice', '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z'],
  ])('runs once a day on the way %s', (_, from, to) => {
    const keys = new Set<string>()
    for (let now = Date.parse(from); now < Date.parse(to); now += minute)
      keys.add(dueKey({ at: { daily: '01:30' } }, new Date(now)))
    const first = Number(from.slice(8, 10))
    const month = from.slice(0, 8)
    expect([...keys]).toEqual([first, first + 1, first + 2].map(date => `${month}${date}`))
  })
})
