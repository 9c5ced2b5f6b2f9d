import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { handClock, testDatabase } from '#test/support.ts'
import { enqueue } from './jobs.ts'
import { queueState } from './queue-state.ts'

test('jobs are stuck when one has been due for a quarter of an hour and none was done meanwhile', async () => {
  const db = await testDatabase()
  await sql`delete from job`.execute(db)
  const clock = handClock()
  expect(await queueState(db, clock)).toEqual({ waiting: 0, dead: 0, overdueSeconds: 0, stuck: false })
  await enqueue(db, clock, 'q', 'a', '')
  await enqueue(db, clock, 'q', 'for tomorrow', '', new Date('2026-11-22T00:00:00Z'))
  clock.forward(15 * 60_000)
  expect(await queueState(db, clock)).toEqual({ waiting: 2, dead: 0, overdueSeconds: 900, stuck: false })
  clock.forward(1000)
  expect(await queueState(db, clock)).toMatchObject({ stuck: true })
  await enqueue(db, clock, 'q', 'b', '')
  await db.updateTable('job').set({ done_at: clock.now() }).where('key', '=', 'b').execute()
  expect(await queueState(db, clock)).toMatchObject({ waiting: 2, stuck: false })
  await db.updateTable('job').set({ dead_at: clock.now() }).where('key', '=', 'a').execute()
  clock.forward(60 * 60_000)
  expect(await queueState(db, clock)).toMatchObject({ waiting: 1, dead: 1, overdueSeconds: 0, stuck: false })
})
