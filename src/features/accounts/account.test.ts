import { expect, test } from 'vitest'
import type { JobContext } from '#plumbing/jobs.ts'
import { insertSignedIn } from '#test/people.ts'
import { handClock, testApp } from '#test/support.ts'
import { forgetOldSignIns } from './schedules.ts'
import { wrongCodesAllowed } from './sign-in.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Someone = Awaited<ReturnType<App['signedIn']>>

const codeSentTo = async ({ db }: App, recipient: string) => {
  const { letter } = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', recipient)
    .where('about', '=', 'new-address')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return /"code":"(\d{6})"/.exec(JSON.stringify(letter))![1]!
}

const emailOf = async ({ db }: App, { personId }: Someone) =>
  (await db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow()).email

const isSignedIn = async (browser: { get(url: string): Promise<{ statusCode: number }> }) =>
  (await browser.get('/account')).statusCode === 200

test('what one says of oneself is kept, and public only when one says so', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const path = `/people/${officer.personId}`
  const about = { name: 'Test Officer', jobTitle: 'Service designer', offers: 'Moving revenues' }
  await officer.post('/account/profile', about)
  expect((await officer.get('/account')).body).toMatch(
    /Test Officer[\s\S]*Service designer[\s\S]*Moving revenues/,
  )
  expect((await app.get(path)).statusCode).toBe(404)
  expect((await officer.get(path)).body).toContain('Only you see this page')
  await officer.post('/account/profile', { ...about, isShown: 'yes' })
  const { statusCode, body } = await app.get(path)
  expect(statusCode).toBe(200)
  expect(body).toMatch(/Service designer[\s\S]*Test Officer[\s\S]*Moving revenues[\s\S]*Leeds City Council/)
  expect(body).not.toContain(officer.email)
  await officer.post('/account/profile', about)
  expect((await app.get(path)).statusCode).toBe(404)
})

test('a name that is missing, or too long a text, is refused and what was typed stays', async () => {
  const app = await testApp()
  const officer = await app.signedIn()
  const answer = await officer.post('/account/profile', { name: '', offers: 'x'.repeat(1001) })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Write your name')
  expect(answer.body).toContain('1,000 characters or fewer')
  expect(answer.body).toContain('x'.repeat(1001))
})

test('in one browser one speaks for one organisation, and switches among one’s own only', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const other = await app.signedIn({ of: 'surrey-county-council' })
  const adur = await insertSignedIn(app.db, app.clock, { of: 'adur-district-council' })
  await app.db
    .updateTable('membership')
    .set({ person_id: officer.personId })
    .where('person_id', '=', adur.personId)
    .execute()
  const actsFor = async () =>
    /href="\/account\/organisations">([^<]+)</.exec((await officer.get('/projects')).body)?.[1]
  expect((await officer.get('/account/organisations')).body).toMatch(
    new RegExp(`value="${officer.organisationId}" checked`),
  )
  expect(await actsFor()).toBe('Leeds City Council')
  const answer = await officer.post('/account/organisations', { organisation: adur.organisationId! })
  expect(answer.headers.location).toBe('/my')
  expect(await actsFor()).toBe('Adur District Council')
  for (const organisation of [other.organisationId!, '', 'x'])
    expect((await officer.post('/account/organisations', { organisation })).statusCode).toBe(422)
  expect(await actsFor()).toBe('Adur District Council')
})

test('one sees where one is signed in, and ends any of it but not what is another’s', async () => {
  const app = await testApp()
  const officer = await app.signedIn()
  const stranger = await app.signedIn()
  const elsewhere = await app.signedIn()
  await app.db
    .updateTable('session')
    .set({ person_id: officer.personId, device: 'Firefox on Windows' })
    .where('person_id', '=', elsewhere.personId)
    .execute()
  const { body } = await officer.get('/account')
  expect(body).toContain('Firefox on Windows')
  const path = /\/account\/sessions\/[\w-]{36}\/ending/.exec(body)![0]
  expect((await stranger.post(path)).statusCode).toBe(404)
  expect(await isSignedIn(elsewhere)).toBe(true)
  expect((await officer.post(path)).headers.location).toBe('/account')
  expect([await isSignedIn(elsewhere), await isSignedIn(officer)]).toEqual([false, true])
})

test('a new address is one’s own by its code: the old one is told and no longer signs in, other browsers are out', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk', name: 'Test Officer' })
  const phone = await app.signedIn()
  await app.db
    .updateTable('session')
    .set({ person_id: officer.personId })
    .where('person_id', '=', phone.personId)
    .execute()
  const answer = await officer.post('/account/address', { email: 'Officer@Surreycc.gov.uk' })
  expect(answer.headers.location).toBe('/account/address/code')
  expect((await officer.get('/account/address/code')).body).toContain('officer@surreycc.gov.uk')
  expect(await emailOf(app, officer)).toBe('officer@leeds.gov.uk')
  const code = await codeSentTo(app, 'officer@surreycc.gov.uk')
  await officer.post('/account/address/code', { code })
  expect(await emailOf(app, officer)).toBe('officer@surreycc.gov.uk')
  expect([await isSignedIn(officer), await isSignedIn(phone)]).toEqual([true, false])
  const told = await app.db
    .selectFrom('mail')
    .selectAll()
    .where('recipient', '=', 'officer@leeds.gov.uk')
    .execute()
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told)).not.toContain('surreycc')
})

test('what rested on the old address ends, what somebody confirmed stays', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk', of: 'leeds-city-council' })
  const surrey = await insertSignedIn(app.db, app.clock, { of: 'surrey-county-council' })
  await app.db
    .updateTable('membership')
    .set({ person_id: officer.personId, ground: 'word' })
    .where('person_id', '=', surrey.personId)
    .execute()
  expect((await officer.get('/account/address')).body).toContain('You speak for Leeds City Council because')
  await officer.post('/account/address', { email: 'officer@adur-worthing.gov.uk' })
  await officer.post('/account/address/code', { code: await codeSentTo(app, 'officer@adur-worthing.gov.uk') })
  const places = await app.db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['slug', 'state'])
    .where('person_id', '=', officer.personId)
    .orderBy('slug')
    .execute()
  expect(places).toEqual([
    { slug: 'leeds-city-council', state: 'ended' },
    { slug: 'surrey-county-council', state: 'confirmed' },
  ])
})

test('within one domain a change of address changes nothing else', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk', of: 'leeds-city-council' })
  await officer.post('/account/address', { email: 'new.name@leeds.gov.uk' })
  await officer.post('/account/address/code', { code: await codeSentTo(app, 'new.name@leeds.gov.uk') })
  expect(await emailOf(app, officer)).toBe('new.name@leeds.gov.uk')
  expect((await officer.get('/projects')).body).toContain('href="/account/organisations">Leeds City Council')
})

test('a code is good five guesses, a quarter of an hour, and for the latest address only', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk' })
  const ask = async (email: string) => {
    await officer.post('/account/address', { email })
    return codeSentTo(app, email)
  }
  const type = async (code: string) => (await officer.post('/account/address/code', { code })).statusCode
  const first = await ask('first@leeds.gov.uk')
  const second = await ask('second@leeds.gov.uk')
  if (first !== second) expect(await type(first)).toBe(422)
  clock.forward(15 * 60_000)
  expect(await type(second)).toBe(422)
  const third = await ask('third@leeds.gov.uk')
  const wrong = third === '000000' ? '111111' : '000000'
  for (let guess = 0; guess < wrongCodesAllowed; guess++) expect(await type(wrong)).toBe(422)
  expect(await type(third)).toBe(422)
  expect(await emailOf(app, officer)).toBe('officer@leeds.gov.uk')
  expect(await type(await ask('fourth@leeds.gov.uk'))).toBe(303)
  expect(await emailOf(app, officer)).toBe('fourth@leeds.gov.uk')
})

test('whether an address has an account is told only to who holds both', async () => {
  const app = await testApp()
  await app.signedIn({ email: 'taken@leeds.gov.uk' })
  const officer = await app.signedIn({ email: 'officer@leeds.gov.uk' })
  const answer = await officer.post('/account/address', { email: 'taken@leeds.gov.uk' })
  expect(answer.headers.location).toBe('/account/address/code')
  const said = await officer.post('/account/address/code', {
    code: await codeSentTo(app, 'taken@leeds.gov.uk'),
  })
  expect(said.body).toContain('has an account of its own')
  expect(await emailOf(app, officer)).toBe('officer@leeds.gov.uk')
})

test('mail about a change of address is limited', async () => {
  const app = await testApp()
  const officer = await app.signedIn()
  const codes: number[] = []
  for (let mail = 0; mail < 6; mail++)
    codes.push((await officer.post('/account/address', { email: 'victim@leeds.gov.uk' })).statusCode)
  expect(codes).toEqual([303, 303, 303, 303, 303, 422])
})

test('a change of address is forgotten when mail about it is', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const officer = await app.signedIn()
  await officer.post('/account/address', { email: 'new@leeds.gov.uk' })
  const count = async () => (await app.db.selectFrom('address_change').select('id').execute()).length
  const forget = () => forgetOldSignIns.run(app.db, { clock } as unknown as JobContext)
  clock.forward(30 * 86_400_000)
  await forget()
  expect(await count()).toBe(1)
  clock.forward(2 * 86_400_000)
  await forget()
  expect(await count()).toBe(0)
})
