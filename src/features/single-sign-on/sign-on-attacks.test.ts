import { describe, expect, test } from 'vitest'
import { type Answering, forgedProvider } from '#test/forged-provider.ts'
import { cookieOf } from '#test/people.ts'
import { handClock, testApp } from '#test/support.ts'
import { findPresentOrganisation } from './only-queries.ts'
import type { ProviderKind } from './provider.ts'
import { addProvider, allowOrganisation } from './provider-actions.ts'

const issuer = 'https://sign-in.example'
const tenant = '11111111-1111-4111-8111-111111111111'

type Setup = { kind?: ProviderKind; issuer?: string; tenant?: string }

/** The site with a sign-in whose answers the test decides, and a browser on its way back from there. */
async function given(setup: Setup = {}) {
  const clock = handClock()
  const app = await testApp({ clock })
  const leeds = await findPresentOrganisation(app.db, 'leeds-city-council')
  const add = async (slug: string) => {
    const provider = await addProvider(app.db, clock, {
      slug,
      label: 'Leeds',
      issuer: setup.issuer ?? issuer,
      kind: setup.kind ?? 'other',
      client_id: 'pipeline',
      client_secret_env: null,
    })
    await allowOrganisation(app.db, clock, provider, leeds, setup.tenant ?? '')
    return provider
  }
  await add('leeds')
  const provider = forgedProvider(setup.issuer ?? issuer)
  const browser = app.freshBrowser()
  /** Goes to the provider and gives the path by which it sends the browser back. */
  const walk = async (next = '') => {
    const { headers } = await browser.get(`/sign-in/with/leeds?next=${encodeURIComponent(next)}`)
    return provider.walk(String(headers.location)).replace('http://pipeline.test', '')
  }
  const isIn = async (who: { get(url: string): Promise<{ headers: object }> } = browser) =>
    'location' in (await who.get('/sign-in')).headers
  return { ...app, clock, leeds, add, provider, browser, walk, isIn }
}

const signInAfter = async (answering: Answering, setup: Setup = {}) => {
  const { provider, browser, walk, isIn } = await given(setup)
  provider.answer(answering)
  const answer = await browser.get(await walk())
  return { answer, isIn: await isIn() }
}

test('control: an honest answer lets the officer in', async () => {
  expect((await signInAfter({})).isIn).toBe(true)
})

describe('a token that is not what we asked for', () => {
  const past = Math.floor(Date.now() / 1000) - 3600
  test.each<[string, Answering]>([
    ['answers another question (nonce)', { claims: { nonce: 'another' } }],
    ['answers no question', { claims: { nonce: undefined } }],
    ['is by another issuer', { claims: { iss: 'https://evil.example' } }],
    ['is for another site', { claims: { aud: 'another-client' } }],
    ['is for several sites and authorised for another', { claims: { aud: ['pipeline', 'b'], azp: 'b' } }],
    ['has expired', { claims: { iat: past - 60, exp: past } }],
    ['names nobody', { claims: { sub: undefined } }],
    ['is signed by a key that the provider does not have', { signing: 'stolen' }],
    ['is not signed', { signing: 'none' }],
    ['is signed with the public key as if it were a password', { signing: 'public-as-password' }],
  ])('that %s lets nobody in', async (_, answering) => {
    const { answer, isIn } = await signInAfter(answering)
    expect(isIn).toBe(false)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('cannot be relied on')
  })

  test('from a provider that says it is another is not even asked for', async () => {
    const { browser, provider } = await given()
    provider.answer({ metadata: { issuer: 'https://evil.example' } })
    expect((await browser.get('/sign-in/with/leeds')).statusCode).toBe(503)
  })
})

describe('a way back that was not begun here', () => {
  const spent = 'no longer open'

  test('with another state, or none, lets nobody in, and the true one still does', async () => {
    const { browser, walk, isIn } = await given()
    const back = await walk()
    for (const other of [back.replace(/state=[^&]*/, 'state=another'), back.replace(/&state=[^&]*/, '')])
      expect((await browser.get(other)).body).toContain(spent)
    expect(await isIn()).toBe(false)
    await browser.get(back)
    expect(await isIn()).toBe(true)
  })

  test('a second time lets nobody in', async () => {
    const { browser, walk, isIn, get } = await given()
    const before = browser.key()
    const back = await walk()
    const keyThen = browser.key()
    await browser.get(back)
    expect((await get(back, cookieOf(keyThen))).body).toContain(spent)
    expect((await browser.get(back)).body).toContain(spent)
    expect(await isIn()).toBe(true)
    expect(before).toBe('')
  })

  test('that another browser began signs nobody in as them, nor spends it for them', async () => {
    const { browser, freshBrowser, walk, isIn, get } = await given()
    const back = await walk()
    const victim = freshBrowser()
    await victim.get('/sign-in')
    expect((await victim.get(back)).body).toContain(spent)
    expect((await get(back)).body).toContain(spent)
    expect(await isIn(victim)).toBe(false)
    await browser.get(back)
    expect(await isIn()).toBe(true)
  })

  test('to another provider than it was begun with lets nobody in', async () => {
    const { add, browser, walk, isIn } = await given()
    await add('evil')
    const back = await walk()
    expect((await browser.get(back.replace('/leeds/', '/evil/'))).body).toContain(spent)
    expect(await isIn()).toBe(false)
  })

  test.each([
    [10 * 60_000, false],
    [10 * 60_000 - 1, true],
  ])('after %i milliseconds lets in: %s', async (milliseconds, open) => {
    const { browser, clock, walk, isIn } = await given()
    const back = await walk()
    clock.forward(milliseconds)
    await browser.get(back)
    expect(await isIn()).toBe(open)
  })

  test('a session planted before signing in is worth nothing after it', async () => {
    const { browser, walk, get } = await given()
    const back = await walk()
    const planted = browser.key()
    await browser.get(back)
    expect((await get('/sign-in', cookieOf(planted))).statusCode).toBe(200)
  })
})

describe('an address', () => {
  test.each<[string, Record<string, unknown>]>([
    ['is not verified', { email_verified: false }],
    ['is not said to be verified', { email_verified: undefined }],
    ['is verified in words only', { email_verified: 'true' }],
    ['is missing', { email: undefined }],
    ['is no address', { email: 'leeds.gov.uk' }],
    ['is two in one', { email: 'a@evil.example b@leeds.gov.uk' }],
    ['only ends like the domain', { email: 'officer@evil-leeds.gov.uk' }],
    ['has the domain before the at', { email: 'leeds.gov.uk@evil.example' }],
  ])('that %s lets nobody in', async (_, claims) => {
    const { answer, isIn } = await signInAfter({ claims })
    expect([answer.statusCode, isIn]).toEqual([403, false])
  })

  test.each(['Officer@Leeds.GOV.UK', 'officer@it.leeds.gov.uk'])(
    'control: %s is one of theirs',
    async email => {
      expect((await signInAfter({ claims: { email } })).isIn).toBe(true)
    },
  )
})

describe('an Entra that many organisations share', () => {
  const shared = 'https://login.microsoftonline.com'
  const setup: Setup = { kind: 'entra', issuer: `${shared}/organizations/v2.0`, tenant }
  const from = (tid: string, claims: Record<string, unknown> = {}): Answering => ({
    metadata: { issuer: `${shared}/{tenantid}/v2.0` },
    claims: { iss: `${shared}/${tid}/v2.0`, tid, email_verified: undefined, ...claims },
  })
  const strange = '22222222-2222-4222-8222-222222222222'

  test.each([
    ['address', {}],
    ['user name', { email: undefined, preferred_username: 'officer@leeds.gov.uk' }],
  ])('control: lets in from a listed tenant whose %s is of its organisation', async (_, claims) => {
    expect((await signInAfter(from(tenant, claims), setup)).isIn).toBe(true)
  })

  test('does not let in who comes from an unlisted tenant and says to have an officer’s address', async () => {
    const { answer, isIn } = await signInAfter(from(strange), setup)
    expect(isIn).toBe(false)
    expect(answer.body).toContain('has not been set up')
  })

  test('does not let in who says a tenant that is not the issuer’s', async () => {
    const { isIn } = await signInAfter(from(strange, { tid: tenant }), setup)
    expect(isIn).toBe(false)
  })

  test('does not let in who says no tenant', async () => {
    const { isIn } = await signInAfter(from(tenant, { tid: undefined }), setup)
    expect(isIn).toBe(false)
  })

  test('does not give a listed tenant the account of an officer elsewhere', async () => {
    const { provider, browser, signedIn, walk, isIn } = await given(setup)
    await signedIn({ email: 'officer@surreycc.gov.uk', of: 'surrey-county-council', role: 'lead' })
    provider.answer(
      from(tenant, { email: 'officer@surreycc.gov.uk', preferred_username: 'officer@surreycc.gov.uk' }),
    )
    const answer = await browser.get(await walk())
    expect(answer.body).toContain('cannot speak for your e-mail address')
    expect(await isIn()).toBe(false)
  })

  test('shuts out, also those it let in before, once its tenant is no longer listed', async () => {
    const { db, provider, browser, walk, isIn } = await given(setup)
    provider.answer(from(tenant))
    await browser.get(await walk())
    expect(await isIn()).toBe(true)
    await db.updateTable('identity_provider_organisation').set({ tenant: strange }).execute()
    const answer = await browser.get(await walk())
    expect(answer.body).toContain('has not been set up')
  })
})

describe('Google', () => {
  const setup: Setup = { kind: 'google', issuer: 'https://accounts.google.com', tenant: 'leeds.gov.uk' }

  test.each<[string, Record<string, unknown>, boolean]>([
    ['the organisation’s own domain', { hd: 'leeds.gov.uk' }, true],
    ['no domain, as a private account with the same address', {}, false],
    ['another domain', { hd: 'evil.example' }, false],
    ['its domain without having verified the address', { hd: 'leeds.gov.uk', email_verified: false }, false],
  ])('that says %s', async (_, claims, open) => {
    expect((await signInAfter({ claims }, setup)).isIn).toBe(open)
  })
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/x\r\nset-cookie: a=b'])(
  'after signing in nobody is led to %j',
  async next => {
    const { browser, walk } = await given()
    const answer = await browser.get(await walk(next))
    expect(answer.headers.location).toBe('/welcome?next=%2Fmy')
  },
)

describe('what goes wrong at the provider', () => {
  test.each([
    ['access_denied', 403, 'did not let you through'],
    ['login_required', 403, 'did not let you through'],
    ['temporarily_unavailable', 503, 'does not answer'],
    ['server_error', 503, 'does not answer'],
    ['invalid_request', 403, 'cannot be relied on'],
    ['<script>alert(1)</script>', 403, 'cannot be relied on'],
  ])('is said in the person’s words: %s', async (error, status, words) => {
    const { browser, walk } = await given()
    const back = (await walk()).replace('code=code', `error=${encodeURIComponent(error)}`)
    const answer = await browser.get(`${back}&error_description=${encodeURIComponent('<b>Pay here</b>')}`)
    expect(answer.statusCode).toBe(status)
    expect(answer.body).toContain(words)
    expect(answer.body).not.toMatch(/Pay here|alert\(1\)/)
  })

  test.each<[string, Answering['tokenError'], number]>([
    ['a code it has taken back', { status: 400, body: { error: 'invalid_grant' } }, 403],
    ['a secret that is wrong', { status: 401, body: { error: 'invalid_client' } }, 403],
    ['an outage', { status: 503, body: { error: 'server_error' } }, 503],
    ['a page in place of an answer', { status: 502, body: '<html>Bad gateway</html>' }, 503],
    ['nonsense', { status: 200, body: 'nonsense' }, 503],
  ])('lets nobody in: %s', async (_, tokenError, status) => {
    const { answer, isIn } = await signInAfter({ tokenError })
    expect([answer.statusCode, isIn]).toEqual([status, false])
    expect(answer.body).toContain('Sign in by mail')
  })
})
