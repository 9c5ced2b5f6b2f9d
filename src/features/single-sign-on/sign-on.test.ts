import { expect, test } from 'vitest'
import { openidProvider, type Visitor } from '#test/openid-provider.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site } from '../../features.ts'
import { findPresentOrganisation } from './only-queries.ts'
import { personalData } from './personal-data.ts'
import { addProvider, allowOrganisation } from './provider-actions.ts'
import { forgetOldSignOns } from './schedules.ts'

const callback = 'http://pipeline.test/sign-in/with/leeds/callback'
const email = 'robin@leeds.gov.uk'

const accounts = {
  robin: { email, email_verified: true, name: 'Robin Ashdown' },
  unverified: { email, email_verified: false },
  foreign: { email: 'sam@surreycc.gov.uk', email_verified: true },
}

/** The site with a sign-in of Leeds City Council, at a real provider. */
async function withLeeds() {
  const clock = handClock()
  // The provider first: making its keys holds up this process, and a site that is held up answers 503.
  const provider = await openidProvider(callback, accounts)
  const app = await testApp({ clock })
  const leeds = await findPresentOrganisation(app.db, 'leeds-city-council')
  const added = await addProvider(app.db, app.clock, {
    slug: 'leeds',
    label: 'Leeds City Council',
    issuer: provider.issuer,
    kind: 'other',
    client_id: 'pipeline',
    client_secret_env: provider.secretVariable,
  })
  await allowOrganisation(app.db, app.clock, added, leeds, '')
  const signIn = async (browser: Browser, visitor: Visitor, next = '') => {
    const started = await browser.get(`/sign-in/with/leeds?next=${encodeURIComponent(next)}`)
    const address = await provider.walk(String(started.headers.location), visitor)
    return browser.get(address.replace('http://pipeline.test', ''))
  }
  return { ...app, clock, leeds, provider, signIn }
}

type Browser = {
  get(url: string): Promise<{ statusCode: number; headers: { location?: string }; body: string }>
}

const isSignedIn = async (browser: Browser) => (await browser.get('/sign-in')).headers.location !== undefined

const personOf = (db: Awaited<ReturnType<typeof testApp>>['db'], address: string) =>
  db.selectFrom('person').select(['id', 'name']).where('email', '=', address).executeTakeFirst()

test('an officer signs in by the sign-in of their council, which confirms them there, and lands where they wanted', async () => {
  const { db, leeds, signIn, freshBrowser } = await withLeeds()
  const browser = freshBrowser()
  expect((await browser.get('/sign-in')).body).toContain('href="/sign-in/with/leeds"')
  const before = browser.key()
  const answer = await signIn(browser, { account: 'robin' }, '/projects')
  expect(answer.headers.location).toBe('/welcome?next=%2Fprojects')
  expect(browser.key()).not.toBe(before)
  expect((await browser.get('/')).body).toContain('Leeds City Council')
  const person = await personOf(db, email)
  const membership = await db
    .selectFrom('membership')
    .select(['organisation_id', 'state', 'ground', 'role'])
    .where('person_id', '=', person!.id)
    .execute()
  expect(membership).toEqual([
    { organisation_id: leeds.id, state: 'confirmed', ground: 'single-sign-on', role: 'member' },
  ])
  const session = await db
    .selectFrom('session')
    .select('started_by')
    .where('person_id', '=', person!.id)
    .execute()
  expect(session).toEqual([{ started_by: 'single-sign-on' }])
})

test('a browser that has never been here can begin with the link alone', async () => {
  const { signIn, freshBrowser } = await withLeeds()
  const browser = freshBrowser()
  await signIn(browser, { account: 'robin' })
  expect(await isSignedIn(browser)).toBe(true)
})

test('only who someone is is asked of a provider, and nothing it could do for them', async () => {
  const { freshBrowser } = await withLeeds()
  const { headers } = await freshBrowser().get('/sign-in/with/leeds')
  const asked = new URL(String(headers.location)).searchParams
  expect(asked.get('scope')).toBe('openid profile email')
  expect(asked.get('response_type')).toBe('code')
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('redirect_uri')).toBe(callback)
})

test('an account that signed in by mail is found again, and by issuer and subject after its address has changed', async () => {
  const { db, signIn, signedIn, freshBrowser } = await withLeeds()
  const { personId } = await signedIn({ email })
  const first = freshBrowser()
  await signIn(first, { account: 'robin' })
  expect((await personOf(db, email))!.id).toBe(personId)
  await db.updateTable('person').set({ email: 'r@example.org' }).where('id', '=', personId).execute()
  const second = freshBrowser()
  await signIn(second, { account: 'robin' })
  expect(await isSignedIn(second)).toBe(true)
  expect(await personOf(db, email), 'no second account').toBeUndefined()
})

test('whoever their organisation turned away is not let back by signing in', async () => {
  const { db, clock, leeds, signIn, signedIn, freshBrowser } = await withLeeds()
  const { personId } = await signedIn({ email, of: leeds.slug })
  const lead = await signedIn({ of: leeds.slug, role: 'lead' })
  await db
    .updateTable('membership')
    .set({ state: 'ended', ended_at: clock.now(), ended_by: lead.personId })
    .where('person_id', '=', personId)
    .execute()
  const browser = freshBrowser()
  await signIn(browser, { account: 'robin' })
  expect(await isSignedIn(browser)).toBe(true)
  const states = await db.selectFrom('membership').select('state').where('person_id', '=', personId).execute()
  expect(states).toEqual([{ state: 'ended' }])
})

test('an address that the provider has not verified lets nobody in', async () => {
  const { db, signIn, freshBrowser } = await withLeeds()
  const browser = freshBrowser()
  const answer = await signIn(browser, { account: 'unverified' })
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('did not say that your e-mail address is confirmed')
  expect(await isSignedIn(browser)).toBe(false)
  expect(await personOf(db, email)).toBeUndefined()
})

test('a provider has no word on addresses of others, whether or not they have an account', async () => {
  const { db, signIn, signedIn, freshBrowser } = await withLeeds()
  const browser = freshBrowser()
  const unknown = await signIn(browser, { account: 'foreign' })
  expect(unknown.body).toContain('cannot speak for your e-mail address')
  expect(await personOf(db, accounts.foreign.email)).toBeUndefined()
  await signedIn({ email: accounts.foreign.email })
  const known = await signIn(browser, { account: 'foreign' })
  expect(known.statusCode).toBe(403)
  expect(await isSignedIn(browser)).toBe(false)
})

test('whoever turns back at the provider reads so, and can try again', async () => {
  const { signIn, freshBrowser } = await withLeeds()
  const browser = freshBrowser()
  const answer = await signIn(browser, { error: 'access_denied' })
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('did not let you through, or you stopped on the way')
  await signIn(browser, { account: 'robin' })
  expect(await isSignedIn(browser)).toBe(true)
})

test('a provider that is away says so, and the way by mail stays', async () => {
  const { provider, freshBrowser } = await withLeeds()
  await provider.close()
  const answer = await freshBrowser().get('/sign-in/with/leeds')
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain('Leeds City Council does not answer')
  expect(answer.body).toContain('Sign in by mail')
})

test('a suspended person is told so', async () => {
  const { signIn, signedIn, freshBrowser } = await withLeeds()
  await signedIn({ email, isSuspended: true })
  const browser = freshBrowser()
  const answer = await signIn(browser, { account: 'robin' })
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('suspended')
  expect(await isSignedIn(browser)).toBe(false)
})

test('a sign-in that nobody has set up does not exist', async () => {
  const { get } = await testApp()
  expect((await get('/sign-in/with/nobody')).statusCode).toBe(404)
  expect((await get('/sign-in/with/nobody/callback?code=a&state=b')).statusCode).toBe(404)
})

test('by what a person is known to a provider is theirs to take along, and ends when they are erased', async () => {
  const { db, clock, provider, signIn, freshBrowser } = await withLeeds()
  await signIn(freshBrowser(), { account: 'robin' })
  const { id } = (await personOf(db, email))!
  expect(await personalData.export(db, id)).toMatchObject([
    { label: 'Leeds City Council', issuer: provider.issuer, subject: 'robin' },
  ])
  await personalData.erase(db, clock, id)
  expect(await personalData.export(db, id)).toEqual([])
})

test('who did not come back in time is forgotten', async () => {
  const { db, clock, config, freshBrowser } = await withLeeds()
  await freshBrowser().get('/sign-in/with/leeds')
  const pending = () => db.selectFrom('sign_on').select('nonce').execute()
  const context = { db, site, clock, config, log: silentLog }
  await forgetOldSignOns.run(db, context)
  expect(await pending()).toHaveLength(1)
  clock.set('2026-11-21T09:30:00Z')
  await forgetOldSignOns.run(db, context)
  expect(await pending()).toEqual([])
})
