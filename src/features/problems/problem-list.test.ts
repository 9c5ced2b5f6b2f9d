import { expect, test } from 'vitest'
import { insertProblem, trust } from '#test/published-problem.ts'
import { draftProblem, raiseProblem } from '#test/raised-problems.ts'
import { handClock, testApp } from '#test/support.ts'

const headings = (body: string) =>
  [...body.matchAll(/<h2 class="app-row__title"><a[^>]*>([^<]+)</g)].map(([, title]) => title)

test('an empty list says what to do, and where one may begin', async () => {
  const { get } = await testApp()
  const { body } = await get('/problems')
  expect(body).toContain('0 problems')
  expect(body).toContain('Nobody has raised a problem yet')
  expect(body).toContain('href="/problems/new"')
})

test('the list is counted, filtered and ordered, and goes on page by page', async () => {
  const clock = handClock()
  const { get, db } = await testApp({ clock })
  for (let number = 10; number < 36; number++) {
    clock.forward(60_000)
    await insertProblem(db, clock, { slug: `problem-${number}`, title: `Problem ${number}` })
  }
  const leeds = { by: 'leeds-city-council', slug: 'last', title: 'A last one' }
  clock.forward(60_000)
  await insertProblem(db, clock, leeds)
  const first = (await get('/problems')).body
  expect(first).toContain('27 problems')
  expect(headings(first).slice(0, 2)).toEqual(['A last one', 'Problem 35'])
  const next = /href="([^"]+)" rel="next"/.exec(first)![1]!.replaceAll('&amp;', '&')
  const second = (await get(next)).body
  expect(headings(second)).toEqual(['Problem 11', 'Problem 10'])
  const back = /href="([^"]+)" rel="prev"/.exec(second)![1]!.replaceAll('&amp;', '&')
  expect(headings((await get(back)).body)).toEqual(headings(first))
  const ofRegion = (await get('/problems?region=Yorkshire+and+The+Humber')).body
  expect(headings(ofRegion)).toEqual(['A last one'])
  expect(ofRegion).toContain('1 problem found')
  expect(headings((await get('/problems?sort=title')).body)[0]).toBe('A last one')
  expect((await get('/problems?after=WyIwMDAwLTAxLTAxVDAwOjAwOjAwWiIsIngiXQ')).statusCode).toBe(200)
})

test('the list can begin with what most councils have, and goes on page by page', async () => {
  const clock = handClock()
  const { get, signedIn, db } = await testApp({ clock })
  const slugs = ['leeds-city-council', 'adur-district-council', 'surrey-county-council']
  await trust(db, clock, ...slugs)
  for (let number = 10; number < 37; number++) {
    clock.forward(60_000)
    await insertProblem(db, clock, { slug: `problem-${number}`, title: `Problem ${number}` })
  }
  const officers = await Promise.all(slugs.map(of => signedIn({ of })))
  const saying = async (numbers: number[], says: string) => {
    for (const [at, number] of numbers.entries())
      await officers[at]!.post(`/problems/problem-${number}/stances`, { says, how: 'So.', seen: '0' })
  }
  await saying([12, 12, 12], 'have-it')
  await saying([20, 20], 'have-it')
  await saying([31], 'have-it')
  await saying([14, 14, 14], 'do-not-have-it')
  const all = (await get('/problems')).body
  const path = '/problems?sort=councils'
  expect(all).toContain(`href="${path}"`)
  const first = (await get(path)).body
  expect(first).toContain('<strong aria-current="true">Most councils</strong>')
  const [most, ...others] = headings(first)
  expect([most, ...others.slice(0, 4)]).toEqual([
    'Problem 12',
    'Problem 20',
    'Problem 31',
    'Problem 36',
    'Problem 35',
  ])
  const next = /href="([^"]+)" rel="next"/.exec(first)![1]!.replaceAll('&amp;', '&')
  const second = (await get(next)).body
  expect(headings(second)).toEqual(['Problem 11', 'Problem 10'])
  const back = /href="([^"]+)" rel="prev"/.exec(second)![1]!.replaceAll('&amp;', '&')
  expect(headings((await get(back)).body)).toEqual(headings(first))
  clock.set('2027-12-01T12:00:00Z')
  expect(headings((await get(path)).body).slice(0, 2)).toEqual(['Problem 36', 'Problem 35'])
})

test('the panel counts services’ areas, regions and where problems stand', async () => {
  const { get, signedIn, db, clock } = await testApp()
  await trust(db, clock, 'leeds-city-council')
  const officer = await signedIn({ of: 'leeds-city-council' })
  const page = await raiseProblem(officer)
  await officer.post(`${page}/solution`, { note: 'A button.' })
  const { body } = await get('/problems')
  for (const facet of ['Service area', 'Region', 'Where it stands']) expect(body).toContain(facet)
  expect(body).toContain('Solved <span')
  const area = /name="area"[^>]*value="(\d+)"/.exec(body)![1]!
  expect(headings((await get(`/problems?area=${area}`)).body)).toHaveLength(1)
  expect((await get('/problems?area=1&state=published')).body).toContain('No problem fits all of these')
})

test('one’s own page has the drafts of one’s organisation, and what it published with how it stands', async () => {
  const { signedIn } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council' })
  const path = await draftProblem(officer)
  const page = await raiseProblem(officer, { visibility: { visibility: 'public-sector' } })
  const colleague = await signedIn({ of: 'leeds-city-council' })
  const { body } = await colleague.get('/my')
  expect(body).toContain(`href="${path}"`)
  expect(body).toContain(`href="${page}"`)
  expect(body).toContain('waits for a curator')
  expect(body).toContain('Councils and other public bodies')
  const other = await signedIn({ of: 'surrey-county-council' })
  const theirs = (await other.get('/my')).body
  expect(theirs).not.toContain(path)
  expect(theirs).toContain('Raise a problem')
})

test('the home page counts problems from the first on', async () => {
  const { get, db, clock } = await testApp()
  expect((await get('/')).body).not.toContain('raised by those who run the services')
  await insertProblem(db, clock, { slug: 'missed', title: 'Missed bins' })
  const { body } = await get('/')
  expect(body).toContain('1 problem')
  expect(body).toContain('raised by those who run the services')
  expect(body).toContain('Problems councils have')
})

test('the answer of the check page begins with problems, and says no more than that words met', async () => {
  const { get, signedIn, db, clock, drain } = await testApp()
  await trust(db, clock, 'leeds-city-council')
  const page = await raiseProblem(await signedIn({ of: 'leeds-city-council' }))
  await drain()
  const problem = 'Residents ring because their bin was not emptied and nobody sees what the crew did'
  const { body } = await get(`/check?${new URLSearchParams({ problem })}`)
  const section = body.slice(body.indexOf('id="group-same-problem"'), body.indexOf('id="group-live"'))
  expect(section).toContain(page)
  expect(section).toContain('Very close')
  expect(section).not.toContain('Same problem</p>')
})

test('the open data has a problem’s public fields, and none of who wrote it', async () => {
  const { get, signedIn, db, clock } = await testApp()
  await trust(db, clock, 'leeds-city-council')
  const officer = await signedIn({ of: 'leeds-city-council', name: 'Sam Example' })
  const page = await raiseProblem(officer)
  const { body } = await get('/data/problems.json')
  const [row] = JSON.parse(body)
  expect(row).toMatchObject({
    page,
    organisation: 'Leeds City Council',
    cost_band: '£50,000 to £250,000 a year',
    evidence_links: ['https://example.gov.uk/log'],
    state: 'published',
    version: 1,
    published_on: '2026-11-21',
  })
  expect(body).not.toMatch(/Sam Example|officer-/)
  expect(body).not.toContain(officer.personId)
})
