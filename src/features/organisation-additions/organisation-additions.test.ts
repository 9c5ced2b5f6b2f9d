import { expect, test } from 'vitest'
import { handClock, testApp } from '#test/support.ts'
import { personalData } from './personal-data.ts'

const company = {
  name: 'Ridgeway Shared Services Limited',
  kind: 'supplier',
  website: 'www.ridgeway.example',
  ground: 'Two councils own it and buy their payroll from it.',
  isNew: 'yes',
}
const page = '/organisations/ridgeway-shared-services-limited'
const ties = '/organisations/leeds-city-council/ties'

/** The site with an officer and a curator, and what they do. */
async function given() {
  const clock = handClock()
  const app = await testApp({ clock })
  const officer = await app.signedIn({ of: 'leeds-city-council', email: 'robin@leeds.gov.uk' })
  const curator = await app.signedIn({ duties: ['curator'] })
  const decide = async (decision: 'confirm' | 'refuse') => {
    const { body } = await curator.get('/organisation-additions')
    const action = / action="(\/organisation-(?:additions|ties)\/[^"]+\/decision)"/.exec(body)![1]!
    return curator.post(action, { decision })
  }
  const add = (fields: Record<string, string> = {}) =>
    officer.post('/organisation-additions/new', { ...company, ...fields })
  const found = async (words: string) => {
    await app.drain()
    return (await app.get(`/search?q=${encodeURIComponent(words)}`)).body
  }
  return { ...app, clock, officer, curator, decide, add, found }
}

test('an organisation that an officer adds is seen by nobody until a curator confirms it, and then found', async () => {
  const { db, get, officer, curator, add, decide, found } = await given()
  expect((await add()).headers.location).toBe('/organisation-additions/sent')
  expect((await officer.get(page)).statusCode).toBe(404)
  expect(await found('Ridgeway Shared Services')).not.toContain(page)
  expect((await curator.get('/organisation-additions')).body).toContain('Two councils own it')
  const decided = await decide('confirm')
  expect((await curator.get(String(decided.headers.location))).body).toContain(
    'You confirmed the organisation',
  )
  const shown = await get(page)
  expect(shown.statusCode).toBe(200)
  expect(shown.body).toContain('Supplier')
  expect(shown.body).toContain('confirmed by its curators')
  expect(shown.body).not.toContain('Two councils own it')
  expect((await get('/organisations')).body).toContain(company.name)
  expect(await found('Ridgeway Shared Services')).toContain(page)
  const mails = await db
    .selectFrom('mail')
    .select(['recipient', 'letter'])
    .where('recipient', '=', officer.email)
    .execute()
  expect(mails).toMatchObject([
    { recipient: 'robin@leeds.gov.uk', letter: { subject: `${company.name} is on Pipeline now` } },
  ])
  expect(JSON.stringify(mails)).toContain(`"href":"${page}/people"`)
})

test('curators who can act hear once of what waits for them, why, and where; refused forms tell nobody', async () => {
  const { db, officer, curator, signedIn, add, drain } = await given()
  const second = await signedIn({ duties: ['curator', 'operator'] })
  await signedIn({ duties: ['curator'], isSuspended: true })
  await signedIn({ duties: ['operator'] })
  await add({ name: '' })
  await add()
  await officer.post(ties, { way: 'has', other: 'Adur District Council', ground: 'A page.' })
  await officer.post(ties, { way: 'has', other: 'Adur District Council', ground: 'Again.' })
  await drain()
  const mails = await db.selectFrom('mail').select(['recipient', 'letter']).orderBy('id').execute()
  const subjects = mails.map(({ recipient, letter }) => [recipient, (letter as { subject: string }).subject])
  const added = 'An organisation that was added waits for you'
  const tied = 'A tie between organisations waits for you'
  expect(new Set(subjects.map(String))).toEqual(
    new Set(
      [
        [curator.email, added],
        [curator.email, tied],
        [second.email, added],
        [second.email, tied],
      ].map(String),
    ),
  )
  expect(mails).toHaveLength(4)
  for (const { letter } of mails) {
    expect(letter).toMatchObject({ why: 'You get this because you are a curator of Pipeline.' })
    expect(JSON.stringify(letter)).toContain('"href":"/organisation-additions"')
    expect(JSON.stringify(letter)).not.toMatch(/Ridgeway|Adur|robin/)
  }
})

test('one that is refused stays unseen, and who added it is told', async () => {
  const { db, get, officer, curator, add, decide } = await given()
  await add()
  await decide('refuse')
  expect((await get(page)).statusCode).toBe(404)
  expect((await curator.get('/organisation-additions')).body).toContain('Nothing waits for you')
  const { letter } = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', officer.email)
    .executeTakeFirstOrThrow()
  expect(letter).toMatchObject({ subject: `${company.name} was not added to Pipeline` })
})

test('what is there already, or has a name like it, is not added twice by mistake', async () => {
  const { db, add } = await given()
  expect((await add({ name: 'Leeds City Council' })).body).toContain(
    'Leeds City Council is on Pipeline already',
  )
  const like = await add({ name: 'Leeds City Councils', isNew: '' })
  expect(like.statusCode).toBe(422)
  expect(like.body).toContain('It is none of these')
  expect((await add({ name: 'Leeds City Councils', isNew: 'yes' })).statusCode).toBe(303)
  expect(await db.selectFrom('organisation_addition').select('name').execute()).toHaveLength(1)
})

test.each([
  'javascript:alert(1)',
  'not an address at all',
  'ridgeway',
  'https://ridgeway/',
  'ridgeway.',
  'http://127.0.0.1/',
])('%j is no website', async website => {
  const { add } = await given()
  expect((await add({ website })).body).toContain('Write its full web address')
})

test('what one added or said stands under what waits for an answer, until it is decided', async () => {
  const { officer, signedIn, add, decide } = await given()
  await add()
  await officer.post(ties, { way: 'has', other: 'Adur District Council', ground: 'A page.' })
  const other = await signedIn({ of: 'leeds-city-council' })
  for (const place of ['/account', '/my']) {
    const { body } = await officer.get(place)
    expect(body).toContain('What waits for an answer')
    expect(body).toContain(company.name)
    expect(body).toContain('You added it on 21 November 2026')
    expect(body).toContain('Adur District Council is in Leeds City Council')
    expect((await other.get(place)).body).not.toContain('What waits for an answer')
  }
  await decide('confirm')
  await decide('refuse')
  expect((await officer.get('/account')).body).not.toContain('What waits for an answer')
})

test('a decision is made once', async () => {
  const { curator, add } = await given()
  await add()
  const { body } = await curator.get('/organisation-additions')
  const action = / action="(\/organisation-additions\/[^"]+\/decision)"/.exec(body)![1]!
  expect((await curator.post(action, { decision: 'confirm' })).statusCode).toBe(303)
  expect((await curator.post(action, { decision: 'confirm' })).statusCode).toBe(409)
})

test('who owns a company is shown on both pages and found, from when a curator confirms it until it ends', async () => {
  const { get, clock, officer, curator, add, decide, found } = await given()
  await add()
  await decide('confirm')
  const said = { way: 'owns', other: company.name, ground: 'https://leeds.example/companies' }
  expect((await officer.post(ties, said)).statusCode).toBe(303)
  expect((await get(page)).body).not.toContain('Owned by')
  expect((await curator.get('/organisation-additions')).body).toContain(
    '21 November 2026 by Leeds City Council',
  )
  clock.forward(3 * 86_400_000)
  await decide('confirm')
  expect((await get(page)).body).toMatch(/Owned by[\s\S]*Leeds City Council/)
  const source = 'Leeds City Council on Pipeline, confirmed by its curators, 21 November 2026'
  for (const place of [page, '/organisations/leeds-city-council'])
    expect((await get(place)).body).toContain(source)
  expect((await officer.get(ties)).body).toMatch(/Source: Leeds City Council[\s\S]*21 November 2026/)
  expect((await get('/organisations/leeds-city-council')).body).toMatch(/Owner of[\s\S]*Ridgeway/)
  expect(await found('company owned by Leeds City Council Ridgeway')).toContain(page)
  expect((await officer.post(ties, said)).body).toContain('known already')
  const { body } = await curator.get(ties)
  await curator.post(/ action="(\/organisation-ties\/[^"]+\/ending)"/.exec(body)![1]!)
  expect((await get(page)).body).not.toContain('Owned by')
})

test('a network shows who is in it, and each member that it is', async () => {
  const { get, officer, add, decide } = await given()
  await add({ name: 'Northern Digital Group', kind: 'network' })
  await decide('confirm')
  await officer.post(ties, { way: 'is-in', other: 'Northern Digital Group', ground: 'We meet monthly.' })
  await decide('confirm')
  expect((await get('/organisations/northern-digital-group')).body).toMatch(/Who is in it[\s\S]*Leeds/)
  expect((await get('/organisations/leeds-city-council')).body).toMatch(/Takes part in[\s\S]*Northern/)
})

test('a tie that a curator said in nobody’s name has the curators for its source', async () => {
  const { get, curator, decide } = await given()
  await curator.post(ties, { way: 'has', other: 'Adur District Council', ground: 'A page.' })
  await decide('confirm')
  expect((await get('/organisations/leeds-city-council')).body).toContain(
    'Source: Pipeline’s curators, 21 November 2026',
  )
})

test('where organisations are listed, and where none is found, one can be added: by those who sign in', async () => {
  const { get, officer } = await given()
  const link =
    '<a href="/organisation-additions/new" class="govuk-link">Add an organisation that is missing</a>'
  for (const place of ['/organisations', '/councils?q=xyzzy']) expect((await get(place)).body).toContain(link)
  expect((await get('/councils?q=leeds')).body).not.toContain(link)
  expect((await get('/organisation-additions/new')).headers.location).toBe(
    '/sign-in?next=%2Forganisation-additions%2Fnew',
  )
  expect((await officer.get('/organisation-additions/new')).statusCode).toBe(200)
})

test('an organisation is not tied to itself, nor to one that is not here', async () => {
  const { officer } = await given()
  const to = (other: string) => officer.post(ties, { way: 'owns', other, ground: 'A page.' })
  expect((await to('Leeds City Council')).body).toContain('Choose another organisation')
  expect((await to('Xyzzy plc')).body).toContain('add it first')
})

test('visitors are led to sign in, members of no organisation add but do not tie, and only curators decide', async () => {
  const { get, officer, signedIn, add } = await given()
  await add()
  expect((await get('/organisation-additions/new')).headers.location).toContain('/sign-in')
  const newcomer = await signedIn()
  expect((await newcomer.get('/organisation-additions/new')).statusCode).toBe(200)
  expect((await newcomer.get(ties)).statusCode).toBe(404)
  expect((await newcomer.post(ties, {})).statusCode).toBe(404)
  const somewhere = '/organisation-additions/019aa000-0000-7000-8000-000000000000/decision'
  for (const other of [newcomer, officer, await signedIn({ duties: ['operator'] })]) {
    expect((await other.get('/organisation-additions')).statusCode).toBe(404)
    expect((await other.post(somewhere, { decision: 'confirm' })).statusCode).toBe(404)
  }
})

test('what a person added is theirs to take along, and stays without them', async () => {
  const { db, clock, officer, add } = await given()
  await add()
  expect(await personalData.export(db, officer.personId)).toMatchObject([{ name: company.name }])
  await personalData.erase(db, clock, officer.personId)
  expect(await personalData.export(db, officer.personId)).toEqual([])
  expect(await db.selectFrom('organisation_addition').select('name').execute()).toHaveLength(1)
})

test('a curator leaves what they asked for to another, and decides on it where there is none; the record says so', async () => {
  const { db, curator, signedIn, clock } = await given()
  const asking = await signedIn({ of: 'leeds-city-council', duties: ['curator'] })
  await asking.post('/organisation-additions/new', company)
  await asking.post(ties, { way: 'has', other: 'Adur District Council', ground: 'A page.' })
  const waiting = async (by: typeof curator) => {
    const { body } = await by.get('/organisation-additions')
    return [...body.matchAll(/ action="(\/organisation-(?:additions|ties)\/[^"]+\/decision)"/g)].map(
      ([, action]) => action!,
    )
  }
  const refusal = 'Another curator decides on what you asked for yourself.'
  expect(await waiting(asking)).toEqual([])
  expect((await asking.get('/organisation-additions')).body).toContain(refusal)
  const [addition, tie] = await waiting(curator)
  for (const action of [addition!, tie!])
    for (const decision of ['confirm', 'refuse']) {
      const refused = await asking.post(action, { decision })
      expect(refused.statusCode).toBe(403)
      expect(refused.body).toContain(refusal)
    }
  const mails = await db.selectFrom('mail').select('recipient').execute()
  expect(mails.map(({ recipient }) => recipient)).toEqual([curator.email, curator.email])

  expect((await curator.post(addition!, { decision: 'confirm' })).statusCode).toBe(303)
  const { personId } = curator
  await db.updateTable('person').set({ suspended_at: clock.now() }).where('id', '=', personId).execute()
  expect((await asking.get('/organisation-additions')).body).toContain('because there is no other curator')
  expect((await asking.post(tie!, { decision: 'refuse' })).statusCode).toBe(303)
  const acts = await db
    .selectFrom('activity')
    .select(['kind', 'detail'])
    .where('kind', 'in', ['organisation-addition.decided', 'organisation-tie.refused'])
    .orderBy('id')
    .execute()
  expect(acts).toEqual([
    { kind: 'organisation-addition.decided', detail: { isConfirmed: true, isOwn: false } },
    { kind: 'organisation-tie.refused', detail: { isOwn: true } },
  ])
})
