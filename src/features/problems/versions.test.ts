import { expect, test } from 'vitest'
import { trust } from '#test/published-problem.ts'
import { draftProblem, raiseProblem } from '#test/raised-problems.ts'
import { handClock, testApp } from '#test/support.ts'
import { site } from '../../features.ts'

async function withProblem() {
  const clock = handClock()
  const app = await testApp({ clock })
  await trust(app.db, clock, 'leeds-city-council')
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const page = await raiseProblem(officer)
  const versions = () =>
    app.db
      .selectFrom('problem_version')
      .select(['number', 'act', 'note', 'person_id'])
      .orderBy('number')
      .execute()
  return { ...app, clock, officer, page, versions }
}

test('each change after publication is a version, with its words marked and said', async () => {
  const { officer, page, get, versions, clock } = await withProblem()
  clock.set('2026-12-01T10:00:00Z')
  const tried = 'A paper form for the drivers, which nobody filled in.'
  const sent = await officer.post(`${page}/parts/tried`, { tried, note: 'They were drivers.', version: '1' })
  expect(sent.headers.location).toBe(page)
  expect((await versions()).map(({ number, act }) => [number, act])).toEqual([
    [1, 'published'],
    [2, 'changed'],
  ])
  const { body } = await get(`${page}/history`)
  expect(body).toContain('Version 2: changed')
  expect(body).toContain('They were drivers.')
  expect(body).toContain('1 December 2026, 10:00am')
  expect(body).toMatch(/<del><span class="govuk-visually-hidden"> \[removed: <\/span>crews<span/)
  expect(body).toMatch(/<ins><span class="govuk-visually-hidden"> \[added: <\/span>drivers<span/)
  expect((await get(page)).body).toContain('See all 2 versions')
})

test('the history names who made a version only where they show their profile', async () => {
  const { signedIn, db, clock, get } = await withProblem()
  await trust(db, clock, 'adur-district-council')
  const officer = await signedIn({ of: 'adur-district-council', name: 'Robin Ashdown' })
  const page = await raiseProblem(officer)
  const told = async () => (await get(`${page}/history`)).body
  expect(await told()).toContain('by an officer')
  expect(await told()).not.toContain('Robin Ashdown')
  await db.updateTable('person').set({ is_shown: true }).where('id', '=', officer.personId).execute()
  expect(await told()).toMatch(/by <a[^>]*>Robin Ashdown</)
})

test('a change is told for links, bands, services and who may see it in the words of the page', async () => {
  const { officer, page, get } = await withProblem()
  await officer.post(`${page}/parts/cost`, { cost_band: 'over-1m', cost: '', version: '1' })
  await officer.post(`${page}/parts/service`, { service: 'none', version: '2' })
  await officer.post(`${page}/parts/evidence`, {
    evidence: 'The call log of 2025: 31,000 calls.',
    evidence_links: 'https://example.gov.uk/log\nhttps://example.gov.uk/second',
    version: '3',
  })
  const { body } = await get(`${page}/history`)
  expect(body).toMatch(/<ins><span[^>]+> \[added: <\/span>Over/)
  expect(body).toMatch(/<del>.*Household waste collection/)
  expect(body).toContain('Links to evidence')
})

test('what is sent unchanged is no version', async () => {
  const { officer, page, versions } = await withProblem()
  const { body } = await officer.get(`${page}/parts/affected`)
  const affected = /<textarea[^>]*>([^<]+)</.exec(body)![1]!
  await officer.post(`${page}/parts/affected`, { affected, note: 'Nothing', version: '1' })
  expect(await versions()).toHaveLength(1)
})

test('two who change it at once do not overwrite each other: the second keeps what they typed, and is told', async () => {
  const { officer, page, signedIn, get } = await withProblem()
  const colleague = await signedIn({ of: 'leeds-city-council' })
  await officer.post(`${page}/parts/tried`, { tried: 'A text message.', version: '1' })
  const second = await colleague.post(`${page}/parts/affected`, { affected: 'Everyone.', version: '1' })
  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('Someone else has changed this problem')
  expect(second.body).toContain('Everyone.')
  expect((await get(page)).body).toContain('A text message.')
  const version = /name="version" value="(\d+)"/.exec(second.body)![1]!
  await colleague.post(`${page}/parts/affected`, { affected: 'Everyone.', version })
  expect((await get(page)).body).toContain('Everyone.')
})

test('it is offered to be shown to more people only, and to nobody else once everyone sees it', async () => {
  const { signedIn, db, clock } = await withProblem()
  await trust(db, clock, 'adur-district-council')
  const officer = await signedIn({ of: 'adur-district-council' })
  const page = await raiseProblem(officer, { visibility: { visibility: 'public-sector' } })
  const offered = async () => {
    const { body } = await officer.get(`${page}/parts/visibility`)
    return [...body.matchAll(/name="visibility"[^>]*value="([^"]+)"/g)].map(([, value]) => value)
  }
  expect(await offered()).toEqual(['public', 'public-sector'])
  const link = `href="${page}/parts/visibility"`
  expect((await officer.get(page)).body).toContain(link)
  await officer.post(`${page}/parts/visibility`, { visibility: 'public', version: '1' })
  expect(await offered()).toEqual(['public'])
  expect((await officer.get(page)).body).not.toContain(link)
})

test('it can be shown to more people later, and never to fewer', async () => {
  const { officer, page, get } = await withProblem()
  const fewer = await officer.post(`${page}/parts/visibility`, { visibility: 'partners', version: '1' })
  expect(fewer.statusCode).toBe(409)
  expect(fewer.body).toContain('Withdraw the problem instead')
  expect((await get(page)).statusCode).toBe(200)
  const closed = await raiseProblem(officer, { visibility: { visibility: 'public-sector' } })
  expect((await get(closed)).statusCode).toBe(404)
  await officer.post(`${closed}/parts/visibility`, { visibility: 'public', version: '1' })
  expect((await get(closed)).statusCode).toBe(200)
})

test('a long history is read ten versions at a time', async () => {
  const { officer, page, get } = await withProblem()
  for (let version = 1; version <= 12; version++)
    await officer.post(`${page}/parts/tried`, { tried: `Try ${version}`, version: String(version) })
  const first = (await get(`${page}/history`)).body
  expect(first.match(/Version \d+:/g)).toHaveLength(10)
  const next = /href="([^"]+)" rel="next"/.exec(first)![1]!.replaceAll('&amp;', '&')
  const second = (await get(next)).body
  expect(second.match(/Version \d+:/g)).toEqual(['Version 3:', 'Version 2:', 'Version 1:'])
  expect(second).toContain('What it said then')
  expect((await get(`${page}/history?after=x`)).body).toContain('Version 13:')
})

test('a draft has no versions and no history', async () => {
  const { officer, versions } = await withProblem()
  const path = await draftProblem(officer)
  await officer.post(`${path}/parts/tried`, { tried: 'Again' })
  expect(await versions()).toHaveLength(1)
  expect((await officer.get(`${path}/history`)).statusCode).toBe(404)
})

test('a person takes along what they wrote, and when they are erased it stays without them', async () => {
  const { officer, page, db, clock, get, versions } = await withProblem()
  const [own] = site.slot('personalData').filter(({ title }) => title.startsWith('Problems'))
  const taken = JSON.stringify(await own!.export(db, officer.personId))
  expect(taken).toContain('began')
  expect(taken).toContain(page)
  await own!.erase(db, clock, officer.personId)
  expect(await own!.export(db, officer.personId)).toEqual([])
  expect((await versions()).map(({ person_id }) => person_id)).toEqual([null])
  expect((await get(page)).body).toContain('4,000 households')
})
