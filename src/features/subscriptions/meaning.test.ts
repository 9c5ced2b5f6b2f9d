import { expect, test } from 'vitest'
import { insertVector } from '#features/meaning/embedding-queries.ts'
import { localModel } from '#features/meaning/meaning.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { insertSignedIn } from '#test/people.ts'
import { handClock, silentLog, testApp, testDatabase } from '#test/support.ts'
import { site as wholeSite } from '../../features.ts'
import { matchMeanings } from './jobs.ts'
import { ensureRecipient, insertSubscription } from './stored-subscriptions.ts'
import { insertText, tellOfMeaning, updateCloseness } from './text-queries.ts'

const clock = handClock()

/** A direction whose likeness to the first axis is `similarity`. */
const vectorAt = (similarity: number) =>
  Array.from({ length: localModel.dimensions }, (_, at) =>
    at === 0 ? similarity : at === 1 ? Math.sqrt(1 - similarity ** 2) : 0,
  )

async function kept(closeness: 1 | 2 | 3) {
  const db = await testDatabase()
  const { personId } = await insertSignedIn(db, clock, {})
  const { id: recipientId } = await ensureRecipient(db, { id: newId(), personId, at: clock.now() })
  const subscriptionId = newId()
  const words = { title: 'Mine', address: '/check?problem=mine', criterion: null }
  const wishes = { level: 'new', frequency: 'daily', at: clock.now() } as const
  await insertSubscription(db, { id: subscriptionId, recipientId, ...words, ...wishes })
  const vector = [{ model: localModel.name, vector: vectorAt(1) }]
  await insertText(db, {
    subscriptionId,
    closeness,
    vector,
    known: [{ kind: 'problem', id: 'known', closeness: 3 }],
  })
  return { db, subscriptionId }
}

/** A problem whose passages are as near as this to the words; whether it is told. */
async function tells(db: Db, id: string, similarities: number[]) {
  for (const [chunk, similarity] of similarities.entries())
    await insertVector(db, {
      kind: 'problem',
      id,
      model: localModel.name,
      chunk,
      vector: vectorAt(similarity),
      hash: id,
      at: clock.now(),
    })
  return (await tellOfMeaning(db, { kind: 'problem', id }, clock.now())) === 1
}

test('what is as near as was asked for is told, by the nearest of its passages', async () => {
  const { db } = await kept(3)
  expect(await tells(db, 'near', [0.2, 0.6])).toBe(true)
  expect(await tells(db, 'related', [0.44])).toBe(false)
  expect(await tells(db, 'far', [0.1])).toBe(false)
})

test('what was as near when the words were kept is not new', async () => {
  const { db } = await kept(3)
  expect(await tells(db, 'known', [0.9])).toBe(false)
})

test('who moves the closeness hears of what is further away from then on, and not of what was there', async () => {
  const { db, subscriptionId } = await kept(3)
  const known = [{ kind: 'problem', id: 'there', closeness: 2 }]
  await updateCloseness(db, { subscriptionId, closeness: 2, known })
  expect(await tells(db, 'there', [0.44])).toBe(false)
  expect(await tells(db, 'related', [0.44])).toBe(true)
})

test('of a flood of what is near no more is told in a day than so much', async () => {
  const { db, subscriptionId } = await kept(3)
  const { recipient_id } = await db
    .selectFrom('subscription')
    .select('recipient_id')
    .executeTakeFirstOrThrow()
  const earlier = Array.from({ length: 999 }, (_, at) => ({
    id: newId(),
    subscription_id: subscriptionId,
    recipient_id,
    kind: 'problem',
    subject_id: `earlier ${at}`,
    happening: 'found',
    matched_at: clock.now(),
  }))
  await db.insertInto('notification').values(earlier).execute()
  const countTold = async () => (await db.selectFrom('notification').select('id').execute()).length
  await tells(db, 'one', [0.9])
  expect(await countTold()).toBe(1000)
  await tells(db, 'another', [0.9])
  expect(await countTold()).toBe(1000)
})

test('of a service nothing is told, however near: others are filed under it', async () => {
  const { db } = await kept(3)
  const vector = { model: localModel.name, chunk: 0, vector: vectorAt(0.9), hash: 'x', at: clock.now() }
  const told = async (kind: string) => {
    await insertVector(db, { kind, id: '1', ...vector })
    const { config } = await testApp({ db, clock })
    const jobs = [{ id: newId(), payload: { kind, id: '1' } }]
    await db
      .transaction()
      .execute(trx =>
        matchMeanings.run!(trx, jobs as never, { db, clock, config, site: wholeSite, log: silentLog }),
      )
    return db.selectFrom('notification').select('kind').execute()
  }
  expect(await told('service')).toEqual([])
  expect(await told('problem')).toEqual([{ kind: 'problem' }])
})
