import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criterionOf } from '#features/search/criterion.ts'
import { criterionOfThing, readCriterion } from '#features/search/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { insertSignedIn } from '#test/people.ts'
import { indexOf, write } from '#test/search-index.ts'
import { handClock, testDatabase } from '#test/support.ts'
import { isAnyoneSubscribed, keepEarlier, tellOfChanges, tellOfHappening } from './matching-queries.ts'
import { insertMembers, tellOfList } from './member-queries.ts'
import { ensureRecipient, insertSubscription } from './stored-subscriptions.ts'

const vocabulary = ['damp', 'parking', 'library', 'benefit']
const regions = ['London', 'Wales', 'North East']
const phases = ['alpha', 'beta']

const document = fc.record({
  id: fc.constantFrom('one', 'two', 'three'),
  words: fc.subarray(vocabulary),
  regions: fc.subarray(regions, { maxLength: 2 }),
  phase: fc.option(fc.constantFrom(...phases), { nil: null }),
  services: fc.subarray([850, 12], { maxLength: 2 }),
})
type Written = { id: string; words: string[]; regions: string[]; phase: string | null; services: number[] }

const wish = fc.record({
  words: fc.subarray(vocabulary, { maxLength: 2 }),
  region: fc.subarray(regions, { maxLength: 2 }),
  phase: fc.subarray(phases, { maxLength: 2 }),
  service: fc.subarray(['850', '12'], { maxLength: 1 }),
})
type Wish = { words: string[]; region: string[]; phase: string[]; service: string[] }

const asksSomething = (wish: Wish) => Object.values(wish).some(chosen => chosen.length > 0)

/** Whether a document has all the words of a wish and one value of each facet, reckoned without the database. */
const fits = ({ words, region, phase, service }: Wish, document: Written | undefined): boolean =>
  document !== undefined &&
  words.every(word => document.words.includes(word)) &&
  (region.length === 0 || region.some(name => document.regions.includes(name))) &&
  (phase.length === 0 || phase.some(name => document.phase === name)) &&
  (service.length === 0 || service.some(id => document.services.includes(Number(id))))

const written = ({ id, words, regions, phase, services }: Written) => ({
  id,
  title: words.join(' '),
  facets: { regions, phase, services },
})

const clock = handClock()

async function keep(db: Db, recipientId: string, wish: Wish) {
  const { words, ...filters } = wish
  const { criterion } = await readCriterion(db, words.join(' '), filters)
  const id = newId()
  await insertSubscription(db, {
    id,
    recipientId,
    title: id,
    address: `/search?${id}`,
    criterion: criterion!,
    level: 'new',
    frequency: 'daily',
    at: clock.now(),
  })
  return id
}

/** Writes a document anew as the index does when something happens to it. */
async function change(db: Db, document: Written) {
  const changeIds = [newId()]
  await keepEarlier(db, { kind: 'project', ids: [document.id], changeIds })
  await write(db, [written(document)])
  await tellOfChanges(db, changeIds, clock.now())
}

test('who is told of a thing is exactly whom it fits now and did not fit before, each once', async () => {
  const db = await testDatabase()
  const { personId } = await insertSignedIn(db, clock, {})
  const recipient = await ensureRecipient(db, { id: newId(), personId, at: clock.now() })
  await fc.assert(
    fc.asyncProperty(
      fc.array(wish.filter(asksSomething), { minLength: 1, maxLength: 6 }),
      fc.array(document, { minLength: 1, maxLength: 6 }),
      async (wishes, documents) => {
        await indexOf([], db)
        await db.deleteFrom('notification').execute()
        await db.deleteFrom('subscription').execute()
        const ids: string[] = []
        for (const wish of wishes) ids.push(await keep(db, recipient.id, wish))
        const expected = new Set<string>()
        const known = new Map<string, Written>()
        for (const document of documents) {
          for (const [at, wish] of wishes.entries())
            if (fits(wish, document) && !fits(wish, known.get(document.id)))
              expected.add(`${ids[at]} ${document.id}`)
          known.set(document.id, document)
          await change(db, document)
        }
        const told = await db.selectFrom('notification').select(['subscription_id', 'subject_id']).execute()
        expect(told.map(row => `${row.subscription_id} ${row.subject_id}`).sort()).toEqual(
          [...expected].sort(),
        )
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

const listed = fc.subarray(['one', 'two', 'three'])

test('of a list that is kept exactly what came and went between two nights is told, and what happens to what is in it', async () => {
  const db = await testDatabase()
  const { personId } = await insertSignedIn(db, clock, {})
  const recipient = await ensureRecipient(db, { id: newId(), personId, at: clock.now() })
  const things = ['one', 'two', 'three'].map(id => ({ id, title: id, facets: {} }))
  await fc.assert(
    fc.asyncProperty(listed, fc.array(listed, { minLength: 1, maxLength: 5 }), async (first, nights) => {
      await indexOf(
        things.map(thing => written({ ...bare, ...thing })),
        db,
      )
      for (const table of ['notification', 'subscription_member', 'subscription'] as const)
        await db.deleteFrom(table).execute()
      const subscriptionId = newId()
      await insertSubscription(db, {
        id: subscriptionId,
        recipientId: recipient.id,
        title: 'A list',
        address: '/a-list',
        criterion: null,
        level: 'everything',
        frequency: 'daily',
        isList: true,
        at: clock.now(),
      })
      await insertMembers(db, subscriptionId, { kind: 'project', ids: first })
      const expected: string[] = []
      let before = first
      for (const [at, ids] of nights.entries()) {
        const day = `2026-12-0${at + 1}`
        const [was, is] = [before, ids]
        expected.push(...is.filter(id => !was.includes(id)).map(id => `came ${day} ${id}`))
        expected.push(...was.filter(id => !is.includes(id)).map(id => `went ${day} ${id}`))
        const members = { kind: 'project', ids }
        for (const _ of ['once', 'and again'])
          await tellOfList(db, { subscriptionId, members, day, at: clock.now() })
        expected.push(...is.map(id => `project.moved-on ${id} ${at}`))
        await happen(db, at)
        before = ids
      }
      const told = await db
        .selectFrom('notification')
        .leftJoin('activity', 'activity.id', 'activity_id')
        .select(['happening', 'notification.subject_id', 'activity.detail'])
        .execute()
      const said = told.map(({ happening, subject_id, detail }) =>
        detail ? `${happening} ${subject_id} ${(detail as { at: number }).at}` : `${happening} ${subject_id}`,
      )
      expect(said.sort()).toEqual(expected.sort())
    }),
    { numRuns: 25 },
  )
}, 60_000)

/** Each of the things moves on. */
async function happen(db: Db, at: number) {
  const rows = ['one', 'two', 'three'].map(subject_id => ({
    id: newId(),
    kind: 'project.moved-on',
    subject_kind: 'project',
    subject_id,
    actor_kind: 'system' as const,
    detail: JSON.stringify({ at }),
    occurred_at: clock.now(),
  }))
  await db.insertInto('activity').values(rows).execute()
  const happening = { activity: 'project.moved-on', level: 'milestone', says: 'Moved on' } as const
  await tellOfHappening(
    db,
    happening,
    rows.map(({ id }) => id),
    clock.now(),
  )
}

const bare = { words: [], regions: [], phase: null, services: [] }

describe('a subscription', () => {
  async function one(criterion: Parameters<typeof insertSubscription>[1]['criterion']) {
    const db = await testDatabase()
    await indexOf([], db)
    const { personId } = await insertSignedIn(db, clock, {})
    const recipient = await ensureRecipient(db, { id: newId(), personId, at: clock.now() })
    const given = { recipientId: recipient.id, title: 'It', address: '/it', criterion, at: clock.now() }
    await insertSubscription(db, { id: newId(), level: 'new', frequency: 'daily', ...given })
    const told = () => db.selectFrom('notification').select(['kind', 'subject_id']).execute()
    return { db, told }
  }
  test('to a thing hears of that thing, however it is called', async () => {
    const odd = `o'dd \\ "thing" & (more)`
    const { db, told } = await one(criterionOfThing('project', odd))
    await change(db, { ...bare, id: odd })
    await change(db, { ...bare, id: 'another' })
    expect(await told()).toEqual([{ kind: 'project', subject_id: odd }])
  })

  test('to a service hears of all that is filed under it', async () => {
    const { db, told } = await one(criterionOfThing('service', '850'))
    await change(db, { ...bare, id: 'waste', services: [850] })
    await change(db, { ...bare, id: 'other', services: [85] })
    expect(await told()).toEqual([{ kind: 'project', subject_id: 'waste' }])
  })

  test('hears of what is labelled later', async () => {
    const { db, told } = await one(criterionOf([], { service: ['850'] })!)
    await change(db, { ...bare, id: 'waste' })
    expect(await told()).toEqual([])
    await change(db, { ...bare, id: 'waste', services: [850] })
    expect(await told()).toHaveLength(1)
  })

  test('that is nobody’s costs nothing: what documents said is not kept', async () => {
    expect(await isAnyoneSubscribed(await testDatabase())).toBe(false)
  })
})
