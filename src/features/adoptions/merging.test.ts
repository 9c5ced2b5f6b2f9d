import { expect, test } from 'vitest'
import { adoptIn } from '#test/adopting.ts'
import { trust } from '#test/published-problem.ts'
import { bringPubliccode, shareIn } from '#test/sharing.ts'
import { testApp } from '#test/support.ts'

const leeds = 'leeds-city-council'

/** Three public bodies that are no councils, the first two of which become one. */
async function withBodies() {
  const app = await testApp()
  const bodies = await app.db
    .selectFrom('organisation')
    .select(['name', 'slug'])
    .where('kind', '=', 'public-body')
    .orderBy('slug')
    .limit(3)
    .execute()
  const [gone, stays, third] = bodies as [Body, Body, Body]
  await trust(app.db, app.clock, leeds, gone.slug, stays.slug, third.slug)
  const speakers = {
    gone: await app.signedIn({ of: gone.slug }),
    stays: await app.signedIn({ of: stays.slug }),
    third: await app.signedIn({ of: third.slug }),
    maker: await app.signedIn({ of: leeds }),
  }
  const curator = await app.signedIn({ duties: ['curator'] })
  const merging = `/organisations/${gone.slug}/merging`
  const merge = () => curator.post(merging, { into: stays.name, reason: 'They are one now.', seen: 'yes' })
  const undo = () => curator.post(`${merging}/undoing`)
  const dataOf = async (path: string) => JSON.parse((await app.get(`${path}/asset.json`)).body)
  const wordsOf = async (path: string) =>
    (await dataOf(path)).adoptions.map((one: { organisation: string }) => one.organisation).toSorted()
  return { ...app, ...speakers, bodies: { gone, stays, third }, curator, merge, undo, dataOf, wordsOf }
}

type Body = { name: string; slug: string }

test('what an organisation shares and took on goes with it into another, and comes back', async () => {
  const { gone, third, maker, bodies, merge, undo, dataOf, wordsOf, drain, get } = await withBodies()
  const shared = await shareIn(gone, { title: 'Gatekeeper' })
  const other = await shareIn(maker, { title: 'Slotkeeper' })
  await adoptIn(third, shared)
  await adoptIn(gone, other)
  await drain()

  expect((await merge()).statusCode).toBe(303)
  await drain()
  expect((await dataOf(shared)).organisation).toBe(bodies.stays.name)
  expect(await wordsOf(shared)).toEqual([bodies.third.name])
  expect(await wordsOf(other)).toEqual([bodies.stays.name])
  expect((await get(`/organisations/${bodies.stays.slug}`)).body).toContain('Gatekeeper')
  expect((await get('/search?q=recycling+slot')).body).toContain(bodies.stays.name)

  expect((await undo()).statusCode).toBe(303)
  await drain()
  expect((await dataOf(shared)).organisation).toBe(bodies.gone.name)
  expect(await wordsOf(other)).toEqual([bodies.gone.name])
})

test('nobody adopts their own: what two that became one took from each other counts no more', async () => {
  const { db, gone, stays, bodies, merge, undo, wordsOf, get, drain } = await withBodies()
  const ofGone = await shareIn(gone, { title: 'Gatekeeper' })
  const ofStays = await shareIn(stays, { title: 'Slotkeeper' })
  await adoptIn(stays, ofGone)
  await adoptIn(gone, ofStays)
  expect(await wordsOf(ofGone)).toEqual([bodies.stays.name])

  await merge()
  await drain()
  for (const path of [ofGone, ofStays]) {
    expect(await wordsOf(path)).toEqual([])
    expect((await get(path)).body).not.toContain('in use')
    expect((await adoptIn(stays, path)).statusCode).toBe(403)
  }
  expect((await get('/data/adoptions.csv')).body).not.toContain('keeper')

  await undo()
  expect(await wordsOf(ofGone)).toEqual([bodies.stays.name])
  expect(await wordsOf(ofStays)).toEqual([bodies.gone.name])
  const written = await db.selectFrom('adoption_version').select('act').execute()
  expect(written.map(({ act }) => act)).toEqual(['made', 'made'])
})

test('where both said the same, the word and the file of the one that stays stand', async () => {
  const { gone, stays, maker, bodies, merge, undo, wordsOf, db } = await withBodies()
  const other = await shareIn(maker)
  await adoptIn(gone, other, { state: 'trial' })
  await adoptIn(stays, other)
  for (const body of [gone, stays]) await body.post(`${await bringPubliccode(body)}/taking-in`, {})
  await merge()
  expect(await wordsOf(other)).toEqual([bodies.stays.name])
  const files = await db
    .selectFrom('asset')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select('organisation.slug')
    .where('repository', 'is not', null)
    .orderBy('organisation.slug')
    .execute()
  expect(files.map(({ slug }) => slug)).toEqual([bodies.gone.slug, bodies.stays.slug].toSorted())
  expect((await undo()).statusCode).toBe(303)
  expect(await wordsOf(other)).toEqual([bodies.gone.name, bodies.stays.name].toSorted())
})
