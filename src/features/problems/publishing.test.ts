import { describe, expect, test } from 'vitest'
import type { Visibility } from '#features/accounts/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { trust } from '#test/published-problem.ts'
import { draftProblem, raiseProblem } from '#test/raised-problems.ts'
import { handClock, testApp } from '#test/support.ts'

/** The site, with an officer of Leeds whose posts are not held. */
async function withOfficer(clock = handClock()) {
  const app = await testApp({ clock })
  await trust(app.db, clock, 'leeds-city-council')
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const activities = async () =>
    (
      await app.db
        .selectFrom('activity')
        .select(['kind', 'detail'])
        .where('subject_kind', '=', 'problem')
        .orderBy('id')
        .execute()
    ).map(({ kind }) => kind)
  return { ...app, clock, officer, activities }
}

const titled = (title: string) => ({ 'what-happens': { title, happens: 'It happens often.' } })

describe('publishing', () => {
  test('gives the problem an address of its title for good', async () => {
    const { officer, get, activities } = await withOfficer()
    const page = await raiseProblem(officer)
    expect(page).toBe('/problems/nobody-sees-why-a-bin-was-missed')
    const { body } = await get(page)
    for (const said of ['4,000 households', '31,000 calls', 'Three posts', 'A paper form', 'by noon'])
      expect(body).toContain(said)
    expect(body).toContain('£50,000 to £250,000 a year')
    expect(body).toContain('published by Leeds City Council')
    expect(body).not.toContain('Withdraw it')
    await officer.post(`${page}/parts/what-happens`, {
      ...titled('Missed bins')['what-happens'],
      version: '1',
    })
    expect((await get(page)).body).toContain('<h1 class="govuk-heading-l">Missed bins</h1>')
    expect((await get('/problems/missed-bins')).statusCode).toBe(404)
    expect(await activities()).toContain('problem.published')
  })

  test('of the same title twice, or of a title that is an address here, gives each its own', async () => {
    const { officer } = await withOfficer()
    expect(await raiseProblem(officer, titled('Missed bins'))).toBe('/problems/missed-bins')
    expect(await raiseProblem(officer, titled('Missed bins!'))).toBe('/problems/missed-bins-2')
    expect(await raiseProblem(officer, titled('New'))).toBe('/problems/new-2')
    expect(await raiseProblem(officer, titled('01a200f5-4a6d-75d6-bdbc-ae9299d93489'))).toMatch(/489-2$/)
  })

  test('pressed twice publishes once, and the address of the draft leads to the page', async () => {
    const { officer, activities } = await withOfficer()
    const path = await draftProblem(officer)
    await officer.post(`${path}/comparison`)
    const first = await officer.post(`${path}/publication`)
    const second = await officer.post(`${path}/publication`)
    expect(second.headers.location).toBe(first.headers.location)
    expect((await officer.get(path)).headers.location).toBe(first.headers.location)
    expect((await activities()).filter(kind => kind === 'problem.published')).toHaveLength(1)
  })

  test('an organisation’s first problem waits for a curator: its own people see that, others nothing', async () => {
    const { get, signedIn, drain, db } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const page = await raiseProblem(officer)
    await drain()
    expect((await officer.get(page)).body).toContain('waits for a curator')
    const curator = await signedIn({ duties: ['curator'] })
    expect((await curator.get(page)).statusCode).toBe(200)
    const other = await signedIn({ of: 'surrey-county-council' })
    for (const reader of [other, { get }]) {
      expect((await reader.get(page)).statusCode).toBe(404)
      expect((await reader.get(`${page}/history`)).statusCode).toBe(404)
      expect((await reader.get('/problems')).body).not.toContain(page)
    }
    const { id } = await db.selectFrom('problem').select('id').executeTakeFirstOrThrow()
    await curator.post(`/moderation/cases/problem/${id}/release`)
    await drain()
    expect((await get(page)).statusCode).toBe(200)
    expect((await get('/search?q=missed+bin+crew')).body).toContain(page)
  })
})

const readers = [
  'visitor',
  'own member',
  'own lead',
  'named',
  'a named supplier',
  'another council',
  'a supplier',
  'curator',
] as const
type Reader = (typeof readers)[number]

const mayRead: Record<Visibility, Reader[]> = {
  public: [...readers],
  'public-sector': ['own member', 'own lead', 'named', 'a named supplier', 'another council', 'curator'],
  partners: ['own member', 'own lead', 'named', 'a named supplier', 'curator'],
}

const serviceOf = async (db: Db) =>
  (await db.selectFrom('problem').select('service_id').executeTakeFirstOrThrow()).service_id

describe('a problem is read by whom it was published for', () => {
  test.each(Object.entries(mayRead) as [Visibility, Reader[]][])('%s', async (visibility, allowed) => {
    const { get, signedIn, officer, db, drain } = await withOfficer()
    const path = await draftProblem(officer, { visibility: { visibility } })
    const [supplier, named] = await db
      .selectFrom('organisation')
      .select(['slug', 'name'])
      .where('kind', '=', 'supplier')
      .orderBy('slug')
      .limit(2)
      .execute()
    for (const organisation of ['Adur District Council', named!.name])
      await officer.post(`${path}/readers`, { organisation })
    await officer.post(`${path}/comparison`)
    const page = String((await officer.post(`${path}/publication`)).headers.location)
    await drain()
    const browsers: Record<Reader, { get(url: string): ReturnType<typeof get> }> = {
      visitor: { get },
      'own member': await signedIn({ of: 'leeds-city-council' }),
      'own lead': await signedIn({ of: 'leeds-city-council', role: 'lead' }),
      named: await signedIn({ of: 'adur-district-council' }),
      'a named supplier': await signedIn({ of: named!.slug }),
      'another council': await signedIn({ of: 'surrey-county-council' }),
      'a supplier': await signedIn({ of: supplier!.slug }),
      curator: await signedIn({ duties: ['curator'] }),
    }
    const area = /name="area"[^>]*value="(\d+)"/.exec((await officer.get('/problems')).body)![1]!
    const tag = { public: '', 'public-sector': 'Public sector only', partners: 'Partners only' }[visibility]
    const lists = ['/problems', '/problems?sort=title', '/problems?sort=councils', `/problems?area=${area}`]
    const records = ['/organisations/leeds-city-council', `/services/${await serviceOf(db)}`]
    const seen = { page: [] as Reader[], history: [] as Reader[] }
    for (const reader of readers) {
      const browser = browsers[reader]
      if ((await browser.get(page)).statusCode === 200) seen.page.push(reader)
      if ((await browser.get(`${page}/history`)).statusCode === 200) seen.history.push(reader)
      for (const place of [...lists, ...records]) {
        const { body } = await browser.get(place)
        const isIn = allowed.includes(reader)
        expect([reader, place, body.includes(`href="${page}"`)]).toEqual([reader, place, isIn])
        if (lists.includes(place)) expect(body).toContain(isIn ? '1 problem' : '0 problems')
        expect([place, body.includes(`<strong class="govuk-tag">${tag}</strong>`)]).toEqual([
          place,
          isIn && tag !== '',
        ])
      }
    }
    expect(seen).toEqual({ page: allowed, history: allowed })
    const isOpen = visibility === 'public'
    for (const place of [
      '/search?q=bin+missed+crew',
      '/check?problem=Residents+ring+because+their+bin+was+not+emptied',
      '/sitemap.xml',
      '/data/problems.csv',
      '/',
    ]) {
      const { body } = await browsers['own lead'].get(place)
      expect(body.includes(page), place).toBe(isOpen)
    }
  })
})

test('who publishes first is told before that a curator reads it, and sees in the list that it waits', async () => {
  const clock = handClock()
  const { signedIn, get, db, drain } = await testApp({ clock })
  const officer = await signedIn({ of: 'adur-district-council' })
  const path = await draftProblem(officer)
  await officer.post(`${path}/comparison`)
  const told = 'A curator reads this before anyone else sees it'
  expect((await officer.get(`${path}/publication`)).body).toContain(told)
  await officer.post(`${path}/publication`)
  await drain()
  const list = (await officer.get('/problems')).body
  expect(list).toContain('This waits for a curator')
  expect(list).toContain('href="/problems/nobody-sees-why-a-bin-was-missed"')
  expect(list).not.toContain('Nobody has raised a problem yet')
  const trusted = await signedIn({ of: 'leeds-city-council' })
  for (const other of [{ get }, trusted])
    expect((await other.get('/problems')).body).not.toContain('nobody-sees-why')
  await trust(db, clock, 'leeds-city-council')
  const second = await draftProblem(trusted)
  await trusted.post(`${second}/comparison`)
  const review = (await trusted.get(`${second}/publication`)).body
  expect(review).toContain('You publish this for Leeds City Council')
  expect(review).not.toContain(told)
})

describe('a published problem', () => {
  test('that is withdrawn keeps its address and says so, with the reason, and leaves search and lists', async () => {
    const { officer, get, drain, activities } = await withOfficer()
    const page = await raiseProblem(officer)
    await drain()
    expect((await get('/search?q=missed+bin+crew')).body).toContain(page)
    expect((await officer.post(`${page}/withdrawal`, { note: ' ' })).statusCode).toBe(422)
    await officer.post(`${page}/withdrawal`, { note: 'It was a duplicate.' })
    await drain()
    const { statusCode, body } = await get(page)
    expect(statusCode).toBe(200)
    expect(body).toContain('Withdrawn on 21 November 2026')
    expect(body).toContain('It was a duplicate.')
    expect((await get('/search?q=missed+bin+crew')).body).not.toContain(page)
    expect((await get('/problems')).body).not.toContain(page)
    expect((await get('/sitemap.xml')).body).not.toContain(page)
    expect((await officer.post(`${page}/parts/tried`, { tried: 'x', version: '2' })).statusCode).toBe(409)
    expect(await activities()).toContain('problem.withdrawn')
  })

  test('that is solved says how, stays to be found, and can be opened again', async () => {
    const { officer, get, drain, activities } = await withOfficer()
    const page = await raiseProblem(officer)
    await officer.post(`${page}/solution`, { note: 'Crews press a button now.' })
    await drain()
    expect((await get(page)).body).toContain('Crews press a button now.')
    expect((await get('/search?q=missed+bin+crew')).body).toContain(page)
    expect((await get('/problems?state=solved')).body).toContain(page)
    expect((await get('/problems?state=published')).body).not.toContain(page)
    await officer.post(`${page}/publication`)
    expect((await get(page)).body).not.toContain('Crews press a button now.')
    expect((await activities()).slice(-2)).toEqual(['problem.solved', 'problem.reopened'])
  })

  test('that is solved can be withdrawn still, and a withdrawn one can only be published again', async () => {
    const { officer, get } = await withOfficer()
    const page = await raiseProblem(officer)
    await officer.post(`${page}/solution`, { note: 'Crews press a button now.' })
    expect((await officer.get(page)).body).toContain(`href="${page}/withdrawal"`)
    expect((await officer.get(`${page}/solution`)).headers.location).toBe(page)
    expect((await officer.get(`${page}/withdrawal`)).body).toContain('Why it is withdrawn')
    await officer.post(`${page}/withdrawal`, { note: 'It was never ours.' })
    const { body } = await get(page)
    expect(body).toContain('Withdrawn on 21 November 2026')
    expect(body).toContain('It was never ours.')
    expect((await officer.get(`${page}/withdrawal`)).headers.location).toBe(page)
    expect((await officer.get(page)).body).not.toContain(`href="${page}/withdrawal"`)
  })

  test('is changed, closed and opened by its own organisation only', async () => {
    const { officer, signedIn, get, post } = await withOfficer()
    const page = await raiseProblem(officer)
    const before = (await get(page)).body
    const other = await signedIn({
      of: 'surrey-county-council',
      role: 'lead',
      duties: ['curator', 'operator'],
    })
    const acts = ['parts/tried', 'withdrawal', 'solution', 'publication', 'readers', 'comparison', 'removal']
    for (const act of acts) {
      expect((await other.post(`${page}/${act}`, { tried: 'x', note: 'x', version: '1' })).statusCode).toBe(
        404,
      )
      expect((await post(`${page}/${act}`, { note: 'x' })).headers.location).toBe('/sign-in')
    }
    expect((await get(page)).body).toBe(before)
  })

  test('that a curator withheld shows that and why, and nothing of what it said', async () => {
    const { officer, signedIn, get, db, clock, drain } = await withOfficer()
    const page = await raiseProblem(officer)
    const { id } = await db.selectFrom('problem').select('id').executeTakeFirstOrThrow()
    await db
      .insertInto('moderation_hold')
      .values({
        subject_kind: 'problem',
        subject_id: id,
        state: 'withheld',
        reason: 'It named a resident.',
        since: clock.now(),
      })
      .execute()
    await drain()
    const { body } = await get(page)
    expect(body).toContain('It named a resident.')
    expect(body).not.toMatch(/Nobody sees why|4,000 households/)
    expect((await get(`${page}/history`)).statusCode).toBe(404)
    expect((await get('/search?q=missed+bin+crew')).body).not.toContain(page)
    expect((await officer.get(page)).body).toContain('4,000 households')
    const curator = await signedIn({ duties: ['curator'] })
    expect((await curator.get(page)).body).toContain('4,000 households')
  })
})
