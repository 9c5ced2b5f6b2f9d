import { describe, expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { subjectsTo } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

const allerdale = 'allerdale-borough-council'
const cumberland = 'cumberland-council'

type App = Awaited<ReturnType<typeof testApp>>
type Officer = Awaited<ReturnType<App['signedIn']>>

const idOf = async ({ db }: App, slug: string) =>
  (await db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

/** Where someone is or was, the oldest first: organisation and state. */
const placesOf = async ({ db }: App, { personId }: Officer) => {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['slug', 'state', 'role', 'membership.id'])
    .where('person_id', '=', personId)
    .orderBy('membership.id')
    .execute()
  return rows.map(({ slug, state, role, id }) => ({ place: `${slug} ${state} ${role}`, id }))
}

/** Asks to go from the one place to what it became. */
const moving = async (app: App, officer: Officer, to: string, by: Pick<Officer, 'post'> = officer) => {
  const [first] = await placesOf(app, officer)
  const { statusCode, headers } = await by.post(`/memberships/${first!.id}/successor`, { organisation: to })
  return [statusCode, headers.location]
}

const asked = '/welcome/asked?next=%2Faccount'

describe('who spoke for a council that became one other', () => {
  test('moves along at once, and speaks for the new one in each browser', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: allerdale, role: 'lead' })
    const lead = await app.signedIn({ of: cumberland, role: 'lead' })
    const other = await idOf(app, 'adur-district-council')
    await insertMembership(app, officer, other)
    expect((await officer.get('/account')).body).toContain('Move to Cumberland Council')
    expect(await moving(app, officer, await idOf(app, cumberland))).toEqual([303, '/account'])
    expect((await placesOf(app, officer)).map(({ place }) => place)).toEqual([
      `${allerdale} ended lead`,
      'adur-district-council confirmed member',
      `${cumberland} confirmed member`,
    ])
    const { body } = await officer.get('/account')
    expect(body).not.toContain('Allerdale')
    const session = await app.db
      .selectFrom('session')
      .select('acting_for')
      .where('person_id', '=', officer.personId)
      .executeTakeFirstOrThrow()
    expect(session.acting_for).toBe(lead.organisationId)
    const acts = await app.db
      .selectFrom('activity')
      .select(['kind', 'detail', 'actor_id', 'organisation_id'])
      .where('kind', 'like', 'membership.%')
      .orderBy('id')
      .execute()
    expect(acts).toEqual([
      {
        kind: 'membership.moved',
        detail: { organisationId: officer.organisationId, toId: lead.organisationId },
        actor_id: officer.personId,
        organisation_id: officer.organisationId,
      },
      {
        kind: 'membership.confirmed',
        detail: { organisationId: lead.organisationId, ground: 'domain' },
        actor_id: officer.personId,
        organisation_id: lead.organisationId,
      },
    ])
  })

  test('may send it twice: it is done once', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: allerdale })
    const to = await idOf(app, cumberland)
    expect(await moving(app, officer, to)).toEqual([303, '/account'])
    const once = await placesOf(app, officer)
    expect(await moving(app, officer, to)).toEqual([303, '/account'])
    expect(await placesOf(app, officer)).toEqual(once)
    const acts = await app.db
      .selectFrom('activity')
      .select('id')
      .where('kind', '=', 'membership.moved')
      .execute()
    expect(acts).toHaveLength(1)
  })

  test('is confirmed by it when they wait there already, and only leaves when they are in', async () => {
    const app = await testApp()
    const to = await idOf(app, cumberland)
    for (const state of ['requested', 'confirmed'] as const) {
      const officer = await app.signedIn({ of: allerdale })
      await insertMembership(app, officer, to, state)
      expect(await moving(app, officer, to)).toEqual([303, '/account'])
      expect((await placesOf(app, officer)).map(({ place }) => place)).toEqual([
        `${allerdale} ended member`,
        `${cumberland} confirmed member`,
      ])
    }
  })

  test('asks it when it has let them go: its lead has the last word', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: allerdale })
    const lead = await app.signedIn({ of: cumberland, role: 'lead' })
    const to = await idOf(app, cumberland)
    await insertMembership(app, officer, to)
    const [, there] = await placesOf(app, officer)
    await lead.post(`/memberships/${there!.id}/ending`)
    expect(await moving(app, officer, to)).toEqual([303, asked])
    expect((await placesOf(app, officer)).map(({ place }) => place)).toEqual([
      `${allerdale} confirmed member`,
      `${cumberland} ended member`,
      `${cumberland} requested member`,
    ])
    expect(await moving(app, officer, to)).toEqual([303, asked])
    expect(await subjectsTo(app, lead.email)).toHaveLength(1)
  })

  test('moves to what exists, where that one has ended too', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'taunton-deane-borough-council' })
    const { body } = await officer.get('/account')
    expect(body).toContain('Move to Somerset Council')
    expect(body).not.toContain('Move to Somerset West and Taunton')
    const between = await idOf(app, 'somerset-west-and-taunton-council')
    expect(await moving(app, officer, between)).toEqual([404, undefined])
    expect(await moving(app, officer, await idOf(app, 'somerset-council'))).toEqual([303, '/account'])
  })
})

describe('nobody is moved', () => {
  test('by anyone but themselves', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: allerdale })
    const to = await idOf(app, cumberland)
    const others = [
      await app.signedIn({ of: allerdale, role: 'lead' }),
      await app.signedIn({ of: cumberland, role: 'lead' }),
      await app.signedIn({}),
      await app.signedIn({ duties: ['curator', 'operator'] }),
    ]
    for (const by of others) expect(await moving(app, officer, to, by)).toEqual([404, undefined])
    const visitors = [app.freshBrowser(), await app.signedIn({ of: allerdale, isSuspended: true })]
    for (const by of visitors) {
      await by.get('/sign-in')
      const [status, location] = await moving(app, officer, to, by)
      expect([status, String(location).startsWith('/sign-in')]).toEqual([303, true])
    }
    expect((await placesOf(app, officer)).map(({ place }) => place)).toEqual([
      `${allerdale} confirmed member`,
    ])
  })

  test('to what their organisation did not become, nor out of one that still exists', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: allerdale })
    const elsewhere = await idOf(app, 'leeds-city-council')
    for (const to of [elsewhere, officer.organisationId!, 'x', '', crypto.randomUUID()])
      expect(await moving(app, officer, to)).toEqual([404, undefined])
    const here = await app.signedIn({ of: cumberland })
    expect(await moving(app, here, elsewhere)).toEqual([404, undefined])
    expect((await officer.post(`/memberships/${crypto.randomUUID()}/successor`)).statusCode).toBe(404)
  })

  test('before their organisation has confirmed them, or after it let them go', async () => {
    const app = await testApp()
    const to = await idOf(app, cumberland)
    for (const state of ['requested', 'refused', 'ended'] as const) {
      const officer = await app.signedIn({ of: allerdale })
      await app.db
        .updateTable('membership')
        .set({ state, ended_at: state === 'ended' ? app.clock.now() : null })
        .where('person_id', '=', officer.personId)
        .execute()
      expect(await moving(app, officer, to)).toEqual([404, undefined])
      expect((await placesOf(app, officer)).map(({ place }) => place)).toEqual([
        `${allerdale} ${state} member`,
      ])
    }
  })
})

const insertMembership = (
  { db, clock }: App,
  { personId }: Officer,
  organisation_id: string,
  state: 'confirmed' | 'requested' = 'confirmed',
) =>
  db
    .insertInto('membership')
    .values({
      id: newId(),
      person_id: personId,
      organisation_id,
      role: 'member',
      state,
      ground: 'word',
      requested_at: clock.now(),
    })
    .execute()

test('where a council was divided, the new one is asked and the old place stays', async () => {
  const app = await testApp()
  const divided = await app.db
    .selectFrom('organisation_succession as step')
    .innerJoin('organisation as old', 'old.id', 'step.from_id')
    .select(['old.slug', 'step.to_id'])
    .where('old.status', '=', 'former')
    .where('part', '!=', 'whole')
    .orderBy('old.slug')
    .limit(1)
    .executeTakeFirstOrThrow()
  const officer = await app.signedIn({ of: divided.slug })
  expect(await moving(app, officer, divided.to_id)).toEqual([303, asked])
  expect(await moving(app, officer, divided.to_id)).toEqual([303, asked])
  const places = await app.db
    .selectFrom('membership')
    .select(['organisation_id', 'state'])
    .where('person_id', '=', officer.personId)
    .execute()
  expect(places).toHaveLength(2)
  expect(places).toContainEqual({ organisation_id: divided.to_id, state: 'requested' })
  expect(places).toContainEqual({ organisation_id: officer.organisationId, state: 'confirmed' })
  const { name } = await app.db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', divided.to_id)
    .executeTakeFirstOrThrow()
  expect((await officer.get('/account')).body).not.toContain(`Move to ${name}`)
})

test('a council that only will become another is not left yet', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ of: 'surrey-county-council' })
  expect((await officer.get('/account')).body).not.toContain('Move to')
  const step = await app.db
    .selectFrom('organisation_succession')
    .select('to_id')
    .where('from_id', '=', officer.organisationId!)
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(await moving(app, officer, step.to_id)).toEqual([404, undefined])
})
