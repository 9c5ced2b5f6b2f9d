import { expect, test } from 'vitest'
import { cookieOf, withToken } from '#test/people.ts'
import { handClock, testApp } from '#test/support.ts'
import { signInLimits, wrongCodesAllowed } from './sign-in.ts'

const email = 'officer@leeds.gov.uk'

/** A browser that asked for a mail, and what stands in that mail. */
async function asked(given: Awaited<ReturnType<typeof testApp>>, next = '') {
  const browser = given.freshBrowser()
  await browser.get('/sign-in')
  const answer = await browser.post('/sign-in', { email, next })
  expect(answer.headers.location).toBe('/sign-in/code')
  const { letter } = await given.db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', email)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const words = JSON.stringify(letter)
  return {
    browser,
    link: /\/sign-in\/link\/[\w-]{43}/.exec(words)![0],
    code: /"code":"(\d{6})"/.exec(words)![1]!,
  }
}

const isSignedIn = async (browser: { get(url: string): Promise<{ headers: object }> }) => {
  const { headers } = await browser.get('/sign-in')
  return 'location' in headers
}

test('the link of the mail shows a button, spends nothing, and signs in the browser that asked', async () => {
  const app = await testApp()
  const { browser, link } = await asked(app, '/projects')
  for (const _ of [1, 2, 3]) expect((await browser.get(link)).body).toContain('Sign in to Pipeline')
  expect(await isSignedIn(browser)).toBe(false)
  const before = browser.key()
  const answer = await browser.post(link)
  expect(answer.headers.location).toBe('/welcome?next=%2Fprojects')
  expect(browser.key()).not.toBe(before)
  expect(await isSignedIn(browser)).toBe(true)
})

test('the link works once', async () => {
  const app = await testApp()
  const { browser, link } = await asked(app)
  await browser.post(link)
  const another = app.freshBrowser()
  await another.get('/sign-in')
  expect((await another.post(link, {})).body).toContain('no longer signs you in')
})

test('a scanner that fetches the link and presses its button, with cookies even, neither gets in nor spends it', async () => {
  const app = await testApp()
  const { browser, link, code } = await asked(app)
  const scanner = app.freshBrowser()
  expect((await scanner.get(link)).body).toContain('another browser')
  expect((await scanner.post(link)).statusCode).toBe(422)
  expect((await app.post(link, {})).statusCode).toBe(403)
  expect(await isSignedIn(scanner)).toBe(false)
  await browser.post(link)
  expect(await isSignedIn(browser)).toBe(true)
  expect(code).toMatch(/^\d{6}$/)
})

test('the code of the mail signs in another device, by itself or with the link', async () => {
  const app = await testApp()
  const first = await asked(app)
  const phone = app.freshBrowser()
  await phone.get('/sign-in/code')
  await phone.post('/sign-in/code', { email, code: `${first.code.slice(0, 3)} ${first.code.slice(3)}` })
  expect(await isSignedIn(phone)).toBe(true)

  const second = await asked(app)
  const tablet = app.freshBrowser()
  await tablet.get(second.link)
  await tablet.post(second.link, { code: second.code })
  expect(await isSignedIn(tablet)).toBe(true)
})

test('a guesser has five codes for each mail, however the guesses are sent', async () => {
  const app = await testApp()
  const { browser, link, code } = await asked(app)
  const wrong = code === '000000' ? '111111' : '000000'
  const guesser = app.freshBrowser()
  await guesser.get('/sign-in/code')
  for (let guess = 0; guess < wrongCodesAllowed; guess++) {
    const answer =
      guess % 2
        ? await guesser.post(link, { code: wrong })
        : await guesser.post('/sign-in/code', { email, code: wrong })
    expect(answer.statusCode).toBe(422)
  }
  expect((await guesser.post('/sign-in/code', { email, code })).statusCode).toBe(422)
  expect(await isSignedIn(guesser)).toBe(false)
  await browser.post(link)
  expect(await isSignedIn(browser), 'whom they guessed at is not locked out').toBe(true)
})

test('after a quarter of an hour neither link nor code is good', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const { browser, link, code } = await asked(app)
  clock.forward(15 * 60_000)
  expect((await browser.get(link)).body).toContain('no longer signs you in')
  expect((await browser.post('/sign-in/code', { email, code })).statusCode).toBe(422)
})

test('one mail more than the limit is refused with the address still filled in', async () => {
  const app = await testApp()
  const browser = app.freshBrowser()
  await browser.get('/sign-in')
  for (let mail = 0; mail < signInLimits.address.most; mail++)
    expect((await browser.post('/sign-in', { email })).statusCode).toBe(303)
  const refused = await browser.post('/sign-in', { email })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain(`value="${email}"`)
  expect(refused.body).toContain('Wait')
})

test('whether an address has an account cannot be told from the answer', async () => {
  const app = await testApp()
  await app.signedIn({ email })
  const browser = app.freshBrowser()
  await browser.get('/sign-in')
  const known = await browser.post('/sign-in', { email })
  const unknown = await browser.post('/sign-in', { email: 'nobody@leeds.gov.uk' })
  expect([known.statusCode, known.headers.location]).toEqual([unknown.statusCode, unknown.headers.location])
})

test('a session that was planted before signing in is worth nothing after it', async () => {
  const app = await testApp()
  const { browser, link } = await asked(app)
  const planted = browser.key()
  await browser.post(link)
  const thief = await app.get('/sign-in', cookieOf(planted))
  expect(thief.statusCode).toBe(200)
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/x\r\nset-cookie: a=b'])(
  'after signing in nobody is led to %j',
  async next => {
    const app = await testApp()
    const { browser, link } = await asked(app, next)
    const answer = await browser.post(link)
    expect(answer.headers.location).toBe('/welcome?next=%2Fmy')
  },
)

test('a form without a token, with another browser’s, or from another site is not taken in', async () => {
  const app = await testApp()
  const officer = await app.signedIn()
  const other = await app.signedIn()
  const cookie = cookieOf(officer.key())
  const good = withToken(officer.key(), {})
  const refused = [
    await app.post('/sign-out', {}, cookie),
    await app.post('/sign-out', withToken(other.key(), {}), cookie),
    await app.post('/sign-out', good, { ...cookie, origin: 'https://evil.example' }),
    await app.post('/sign-out', good, { ...cookie, origin: 'null' }),
    await app.post('/sign-out', good, { ...cookie, 'sec-fetch-site': 'cross-site' }),
  ]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403])
  expect(await isSignedIn(officer)).toBe(true)
  const control = await app.post('/sign-out', good, { ...cookie, origin: 'http://pipeline.test' })
  expect(control.statusCode).toBe(303)
})

test('signing out everywhere ends every session of the person, and of nobody else', async () => {
  const app = await testApp()
  const first = await asked(app)
  await first.browser.post(first.link)
  const second = await asked(app)
  await second.browser.post(second.link)
  const other = await app.signedIn()
  const out = await second.browser.post('/sign-out/everywhere')
  const after = await second.browser.get(String(out.headers.location))
  expect(after.body).toContain('You are signed out, here and everywhere else.')
  expect([await isSignedIn(first.browser), await isSignedIn(other)]).toEqual([false, true])
})

test('a suspended person is a visitor, and cannot sign in again', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ email, isSuspended: true })
  expect(await isSignedIn(officer)).toBe(false)
  const { browser, link } = await asked(app)
  const answer = await browser.post(link)
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('suspended')
})

test('a page for someone signed in is kept by nobody on the way', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const answer = await officer.get('/projects')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.body).toContain('Leeds City Council')
  expect((await app.get('/projects')).headers['cache-control']).toContain('public')
})
