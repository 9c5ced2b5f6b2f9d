import { describe, expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { publishProblem, trust } from '#test/published-problem.ts'
import { shareIn, typedAsset } from '#test/sharing.ts'
import { testApp } from '#test/support.ts'

const leeds = 'leeds-city-council'

async function withSharer() {
  const app = await testApp()
  await trust(app.db, app.clock, leeds)
  return { ...app, sharer: await app.signedIn({ of: leeds }) }
}

test('what an organisation shares is read by everyone, with its licence, release and where it is', async () => {
  const { get, sharer } = await withSharer()
  const path = await shareIn(sharer)
  expect(path).toBe('/reuse/slotkeeper')
  const { body } = await get(path)
  for (const words of ['Leeds City Council', 'MIT', '1.4.2, 17 May 2024', 'nobody queues on the road'])
    expect(body).toContain(words)
  expect(body).toContain('href="https://code.example.org/slotkeeper"')
  expect(body).toContain('Household waste collection')
})

test('the list is narrowed by kind, service area and licence', async () => {
  const { get, sharer } = await withSharer()
  await shareIn(sharer)
  await shareIn(sharer, { kind: 'research', title: 'Why slots stay empty', licence: '', for_service: '' })
  const { body: all } = await get('/reuse')
  expect(all).toContain('2 things to reuse')
  const { body: some } = await get('/reuse?kind=research')
  expect(some).toContain('Why slots stay empty')
  expect(some).not.toContain('>Slotkeeper<')
  expect((await get('/reuse?licence=MIT')).body).not.toContain('Why slots stay empty')
})

test('a long list has a second page, and leads back', async () => {
  const { clock, db, get, sharer } = await withSharer()
  const first = await shareIn(sharer)
  const { id: _, slug: __, ...like } = await db.selectFrom('asset').selectAll().executeTakeFirstOrThrow()
  const others = Array.from({ length: 30 }, (_, at) => ({
    ...like,
    publiccode: null,
    id: newId(),
    slug: `other-${at}`,
    published_at: new Date(clock.now().getTime() + 1000 * (at + 1)),
  }))
  await db.insertInto('asset').values(others).execute()
  const one = (await get('/reuse')).body
  expect(one).not.toContain(`href="${first}"`)
  const next = /href="(\/reuse\?after=[^"]+)"/.exec(one)![1]!
  const two = (await get(next)).body
  expect(two).toContain(`href="${first}"`)
  const back = /href="(\/reuse\?before=[^"]+)"/.exec(two)![1]!
  expect((await get(back)).body).toContain('href="/reuse/other-29"')
})

describe('what was typed is refused in words', () => {
  test.each([
    [{ licence: 'free for all' }, 'Write the licence as SPDX does'],
    [{ address: 'http://code.example.org' }, 'begins with https://'],
    [{ address: 'javascript:alert(1)' }, 'begins with https://'],
    [{ released_on: '31 February 2024' }, 'Write a day that exists'],
    [{ title: '' }, 'Write what it is called'],
    [{ kind: 'lamp' }, 'Choose what it is'],
    [{ for_service: 'qqqq' }, 'Write the name of a service, or leave it out'],
    [{ origins: '/problems/no-such-problem' }, 'Write addresses of problems and projects on this site'],
  ])('%o', async (typed, words) => {
    const { sharer } = await withSharer()
    const { statusCode, body } = await sharer.post('/reuse', { ...typedAsset, ...typed })
    expect(statusCode).toBe(422)
    expect(body).toContain(words)
    expect(body).toContain('nobody queues on the road')
  })
})

test('the problem that it comes from leads to it, and it to the problem', async () => {
  const { db, clock, get, sharer } = await withSharer()
  const { slug } = await publishProblem(db, clock, { by: leeds })
  const path = await shareIn(sharer, { origins: `https://pipeline.example/problems/${slug}` })
  expect((await get(path)).body).toContain('>Missed bins<')
  expect((await get(`/problems/${slug}`)).body).toContain(`href="${path}"`)
})

test('the first thing of an organisation waits for a curator, and nobody else sees it until then', async () => {
  const { get, signedIn } = await testApp()
  const sharer = await signedIn({ of: leeds })
  const path = await shareIn(sharer)
  expect((await get(path)).statusCode).toBe(404)
  expect((await get('/reuse')).body).not.toContain('Slotkeeper')
  expect((await sharer.get(path)).statusCode).toBe(200)
  const curator = await signedIn({ of: 'surrey-county-council', duties: ['curator'] })
  expect((await curator.get(path)).statusCode).toBe(200)
})

describe('only those who speak for the organisation that shares it', () => {
  test('change what it says, from what they had before them', async () => {
    const { get, signedIn, sharer } = await withSharer()
    const path = await shareIn(sharer)
    const changed = { ...typedAsset, title: 'Slotkeeper 2', seen: '1' }
    const stranger = await signedIn({ of: 'surrey-county-council' })
    expect((await stranger.get(`${path}/words`)).statusCode).toBe(404)
    expect((await stranger.post(`${path}/words`, changed)).statusCode).toBe(404)
    expect((await sharer.get(`${path}/words`)).body).toContain('value="MIT"')
    expect((await sharer.post(`${path}/words`, changed)).statusCode).toBe(303)
    expect((await get(path)).body).toContain('Slotkeeper 2')
    const { statusCode, body } = await sharer.post(`${path}/words`, changed)
    expect(statusCode).toBe(422)
    expect(body).toContain('A colleague changed this while you were writing')
  })

  test('withdraw it: its page says why, and no list has it; and share it again', async () => {
    const { get, signedIn, sharer } = await withSharer()
    const path = await shareIn(sharer)
    const stranger = await signedIn({ of: 'surrey-county-council' })
    const note = 'A newer one took its place.'
    expect((await stranger.post(`${path}/withdrawal`, { note })).statusCode).toBe(404)
    expect((await sharer.post(`${path}/withdrawal`, { note: '' })).statusCode).toBe(422)
    await sharer.post(`${path}/withdrawal`, { note })
    expect((await get(path)).body).toContain(note)
    expect((await get('/reuse')).body).toContain('Nobody has shared anything yet')
    expect((await stranger.post(`${path}/publication`, {})).statusCode).toBe(404)
    await sharer.post(`${path}/publication`, {})
    expect((await get('/reuse')).body).toContain('Slotkeeper')
  })
})

test('a supplier is told why it lists nothing here, and lists nothing', async () => {
  const { db, get, signedIn } = await testApp()
  const { slug } = await db
    .selectFrom('organisation')
    .select('slug')
    .where('kind', '=', 'supplier')
    .orderBy('slug')
    .limit(1)
    .executeTakeFirstOrThrow()
  const seller = await signedIn({ of: slug })
  expect((await seller.get('/reuse/new')).body).toContain('from those who made them for the public')
  expect((await seller.post('/reuse', typedAsset)).statusCode).toBe(403)
  expect((await get('/reuse')).body).toContain('Nobody has shared anything yet')
})

test('it is found in search and on the check page under what to reuse, and watched', async () => {
  const { get, drain, sharer } = await withSharer()
  const path = await shareIn(sharer)
  await drain()
  expect((await get('/search?q=recycling+slot')).body).toContain(`href="${path}"`)
  const problem = 'Residents queue on the road at the recycling centre and want to book a slot'
  const { body } = await get(`/check?${new URLSearchParams({ problem })}`)
  const [, group = ''] = /aria-labelledby="group-reuse">([\s\S]*?)<\/section>/.exec(body) ?? []
  expect(group).toContain(`href="${path}"`)
  expect(group).toContain('<mark class="app-mark">')
  expect((await get(path)).body).toContain('/subscriptions/new?about=')
})

test('its organisation, its service, the sitemap and the open data show it', async () => {
  const { get, db, sharer } = await withSharer()
  const path = await shareIn(sharer)
  const asset = await db.selectFrom('asset').select('service_id').executeTakeFirstOrThrow()
  for (const page of [`/organisations/${leeds}`, `/services/${asset.service_id}`, '/sitemap.xml'])
    expect((await get(page)).body, page).toContain(path)
})

test('what was erased of a person leads to nobody, and the thing stays', async () => {
  const { get, db, sharer } = await withSharer()
  const path = await shareIn(sharer)
  const { personId } = sharer
  const { sharedAssets } = await import('./personal-data.ts')
  expect(await sharedAssets.export(db, personId)).toMatchObject([{ did: 'published', page: path }])
  await sharedAssets.erase(db, { now: () => new Date() }, personId)
  expect(await sharedAssets.export(db, personId)).toEqual([])
  expect((await get(path)).statusCode).toBe(200)
})
