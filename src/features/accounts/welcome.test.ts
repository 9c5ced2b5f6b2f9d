import { expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

type App = Awaited<ReturnType<typeof testApp>>

const aboutMe = { name: 'Test Officer', jobTitle: 'Service designer' }

const organisationId = async ({ db }: App, slug: string) =>
  (await db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

const placeOf = ({ db }: App, personId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['slug', 'state', 'role', 'ground'])
    .where('person_id', '=', personId)
    .execute()

const mailAbout = ({ db }: App, about: string) =>
  db
    .selectFrom('mail')
    .select(['recipient', 'letter'])
    .where('about', '=', about)
    .orderBy('recipient')
    .execute()

/** Whether someone may publish for an organisation, told by a page that only speakers have. */
const speaksFor = async (browser: { get(url: string): Promise<{ body: string }> }, name: string) =>
  (await browser.get('/account')).body.includes(`href="/account/organisations">${name}`)

test('the organisation of the address is proposed and chosen already, and choosing it lets one in at once', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk' })
  const page = await officer.get('/welcome?next=/projects')
  const leeds = await organisationId(app, 'leeds-city-council')
  expect(page.body).toMatch(new RegExp(`value="${leeds}" checked`))
  const answer = await officer.post('/welcome', { ...aboutMe, choice: leeds, next: '/projects' })
  expect(answer.headers.location).toBe('/projects')
  expect(await placeOf(app, officer.personId)).toEqual([
    { slug: 'leeds-city-council', state: 'confirmed', role: 'member', ground: 'domain' },
  ])
  expect(await mailAbout(app, 'membership-request')).toEqual([])
})

test('who has a name and an organisation goes straight on', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ of: 'leeds-city-council', name: 'Test Officer' })
  expect((await officer.get('/welcome?next=/projects')).headers.location).toBe('/projects')
  expect((await officer.get('/welcome?next=//evil.example')).headers.location).toBe('/my')
})

test('who has an organisation but no name is asked for the name only', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const page = await officer.get('/welcome')
  expect(page.body).toContain('Your name')
  expect(page.body).not.toContain('name="choice"')
  expect((await officer.post('/welcome', aboutMe)).headers.location).toBe('/my')
})

test('councils that share a domain are a choice, none of them made already, and each lets one in', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@adur-worthing.gov.uk' })
  const page = await officer.get('/welcome')
  expect(page.body).toContain('Adur District Council')
  expect(page.body).toContain('Worthing Borough Council')
  expect(page.body).not.toContain(' checked')
  const both = [
    await organisationId(app, 'adur-district-council'),
    await organisationId(app, 'worthing-borough-council'),
  ]
  await officer.post('/welcome', { ...aboutMe, choice: both[0]! })
  await officer.post('/account/organisations/another', { choice: both[1]! })
  expect((await placeOf(app, officer.personId)).map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
})

test('an organisation of another domain is asked: its leads get mail, and until they decide nobody speaks', async () => {
  const app = await testApp()
  const lead = await app.signedIn({ of: 'surrey-county-council', role: 'lead', email: 'lead@example.org' })
  await app.signedIn({ of: 'surrey-county-council', email: 'member@example.org' })
  await app.signedIn({ duties: ['curator'], email: 'curator@example.org' })
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk' })
  const answer = await officer.post('/welcome', {
    ...aboutMe,
    choice: 'other',
    organisation: 'Surrey County Council',
    next: '/projects',
  })
  expect(answer.headers.location).toBe('/welcome/asked?next=%2Fprojects')
  const asked = await officer.get(String(answer.headers.location))
  expect(asked.body).toContain('1 lead of Surrey County Council was asked')
  expect(await placeOf(app, officer.personId)).toMatchObject([{ state: 'requested', ground: 'word' }])
  const letters = await mailAbout(app, 'membership-request')
  expect(letters.map(({ recipient }) => recipient)).toEqual([lead.email])
  expect(JSON.stringify(letters)).toContain('/organisations/surrey-county-council/people')
  expect(await speaksFor(officer, 'Surrey County Council')).toBe(false)
  expect(await speaksFor(lead, 'Surrey County Council')).toBe(true)
})

test('the letter about a request holds neither name nor address, so that nothing of them outlives an erasure', async () => {
  const app = await testApp()
  await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
  const officer = await app.signedIn({ email: 'jo.bloggs@leeds.gov.uk' })
  await officer.post('/welcome', { ...aboutMe, choice: 'other', organisation: 'Surrey County Council' })
  const words = JSON.stringify(await mailAbout(app, 'membership-request'))
  expect(words).toContain('leeds.gov.uk')
  expect(words).not.toMatch(/jo\.bloggs|Test Officer/)
})

test('where nobody leads, the curators are asked, and the page says so', async () => {
  const app = await testApp()
  await app.signedIn({ of: 'surrey-county-council' })
  const curator = await app.signedIn({ duties: ['curator'] })
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk' })
  await officer.post('/welcome', { ...aboutMe, choice: 'other', organisation: 'Surrey County Council' })
  expect((await mailAbout(app, 'membership-request')).map(({ recipient }) => recipient)).toEqual([
    curator.email,
  ])
  expect((await officer.get('/welcome/asked')).body).toContain('the curators of Pipeline were asked')
})

test('a name that is not clear is answered with the nearest, and what was typed stays', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@gmail.com' })
  expect((await officer.get('/welcome')).body).not.toContain('name="choice"')
  const answer = await officer.post('/welcome', { ...aboutMe, organisation: 'Surey County Counsil' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('We know no organisation called “Surey County Counsil”')
  expect(answer.body).toContain('value="Test Officer"')
  const surrey = await organisationId(app, 'surrey-county-council')
  expect(answer.body).toContain(`value="${surrey}"`)
  await officer.post('/welcome', { ...aboutMe, choice: surrey })
  expect(await placeOf(app, officer.personId)).toMatchObject([{ state: 'requested' }])
})

test('a council that has ended is not joined: what it became is offered', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@gmail.com' })
  const answer = await officer.post('/welcome', { ...aboutMe, organisation: 'Allerdale Borough Council' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('no longer exists')
  expect(answer.body).toContain('Cumberland Council')
  const allerdale = await organisationId(app, 'allerdale-borough-council')
  expect((await officer.post('/welcome', { ...aboutMe, choice: allerdale })).statusCode).toBe(422)
  expect((await officer.post('/organisations/allerdale-borough-council/people')).statusCode).toBe(409)
  expect(await placeOf(app, officer.personId)).toEqual([])
})

test('who speaks for no organisation says so and goes on', async () => {
  const app = await testApp()
  const reader = await app.signedIn({ email: 'reader@leeds.gov.uk' })
  const answer = await reader.post('/welcome', { ...aboutMe, choice: 'none', next: '/check' })
  expect(answer.headers.location).toBe('/check')
  expect(await placeOf(app, reader.personId)).toEqual([])
})

test('without a name nothing is saved', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk' })
  const leeds = await organisationId(app, 'leeds-city-council')
  const answer = await officer.post('/welcome', { name: ' ', choice: leeds })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Write your name')
  expect(await placeOf(app, officer.personId)).toEqual([])
})

test('an organisation that does not exist is no choice', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk' })
  for (const choice of ['00000000-0000-7000-8000-000000000000', 'x', '../etc'])
    expect((await officer.post('/welcome', { ...aboutMe, choice })).statusCode).toBe(422)
})

test('nobody asks more than ten organisations in a day', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@gmail.com' })
  const slugs = await app.db
    .selectFrom('organisation')
    .select('slug')
    .where('status', '=', 'current')
    .orderBy('slug')
    .limit(11)
    .execute()
  const codes: number[] = []
  for (const { slug } of slugs) codes.push((await officer.post(`/organisations/${slug}/people`)).statusCode)
  expect(codes).toEqual([...Array(10).fill(303), 429])
})

test('where there is a choice, one has to be made', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@adur-worthing.gov.uk' })
  const nothing = await officer.post('/welcome', aboutMe)
  expect(nothing.statusCode).toBe(422)
  expect(nothing.body).toContain('Choose an organisation, or say that you speak for none')
  const unnamed = await officer.post('/welcome', { ...aboutMe, choice: 'other', organisation: ' ' })
  expect(unnamed.body).toContain('Write the name of the organisation')
  const another = '/account/organisations/another'
  for (const choice of ['', 'none', 'other'])
    expect((await officer.post(another, { choice })).statusCode).toBe(422)
  expect(await placeOf(app, officer.personId)).toEqual([])
})

test('after a name that nobody knows, the way to add it is there', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@gmail.com' })
  const way = 'href="/organisation-additions/new"'
  expect((await officer.get('/welcome')).body).not.toContain(way)
  const asked = { ...aboutMe, organisation: 'Zyxw Qq Ltd' }
  expect((await officer.post('/welcome', asked)).body).toContain(way)
  expect((await officer.post('/account/organisations/another', asked)).body).toContain(way)
})

test('who speaks for none is asked for theirs, and who speaks for one for another', async () => {
  const app = await testApp()
  const newcomer = await app.signedIn({ email: 'officer@gmail.com' })
  const member = await app.signedIn({ of: 'leeds-city-council' })
  for (const place of ['/account/organisations', '/account/organisations/another']) {
    const [first, further] = [(await newcomer.get(place)).body, (await member.get(place)).body]
    expect(first).toContain('Say which organisation you belong to')
    expect(first).not.toContain('another organisation')
    expect(further).toContain('Speak for another organisation')
  }
})
