import { expect, test } from 'vitest'
import { forgedProvider } from '#test/forged-provider.ts'
import { testApp } from '#test/support.ts'
import { findPresentOrganisation } from './only-queries.ts'
import { addProvider, allowOrganisation, disallowOrganisation, removeProvider } from './provider-actions.ts'

const issuer = 'https://sign-in.example'
const path = '/organisations/leeds-city-council/sign-in'
const leads = 'lead@leeds.gov.uk'

/** The site with a sign-in of one organisation, and its lead, who has not used it yet. */
async function given(slug = 'leeds-city-council', email = leads) {
  const app = await testApp()
  const { db, clock } = app
  const organisation = await findPresentOrganisation(db, slug)
  const added = await addProvider(db, clock, {
    slug: 'theirs',
    label: 'Their council',
    issuer,
    kind: 'other',
    client_id: 'pipeline',
    client_secret_env: null,
  })
  await allowOrganisation(db, clock, added, organisation, '')
  const provider = forgedProvider(issuer)
  provider.answer({ claims: { email } })
  const lead = await app.signedIn({ of: slug, role: 'lead', email })
  const signOn = async (browser: { get(url: string): ReturnType<typeof lead.get> }, next = '') => {
    const { headers } = await browser.get(`/sign-in/with/theirs?next=${encodeURIComponent(next)}`)
    return browser.get(provider.walk(String(headers.location)).replace('http://pipeline.test', ''))
  }
  const countMails = async () => (await db.selectFrom('mail').select('id').execute()).length
  return { ...app, organisation, added, lead, signOn, countMails }
}

const isSignedIn = async (browser: { get(url: string): Promise<{ headers: object }> }) =>
  'location' in (await browser.get('/sign-in')).headers

test('a lead who has not signed in by it cannot make it the only way', async () => {
  const { lead, db } = await given()
  expect((await lead.get(path)).body).toContain('a lead signs in by it first')
  const answer = await lead.post(path, { only: 'yes' })
  expect(answer.statusCode).toBe(409)
  expect(await db.selectFrom('sign_on_only').select('organisation_id').execute()).toEqual([])
})

test('a lead finds the page from their own, a member does not', async () => {
  const { lead, signedIn } = await given()
  expect((await lead.get('/my')).body).toContain(`href="${path}"`)
  const member = await signedIn({ of: 'leeds-city-council' })
  expect((await member.get('/my')).body).not.toContain(`href="${path}"`)
})

test('once a lead makes it the only way, mail lets nobody of the organisation in, and what began by mail ends', async () => {
  const { lead, signOn, signedIn, freshBrowser, countMails } = await given()
  const colleague = await signedIn({ of: 'leeds-city-council', email: 'robin@leeds.gov.uk' })
  const stranger = await signedIn({ of: 'surrey-county-council' })
  await signOn(lead, path)
  expect((await lead.get(path)).body).toContain('Make it the only way')
  expect((await lead.post(path, { only: 'yes' })).statusCode).toBe(303)
  expect((await lead.get(path)).body).toContain('is the only way')
  expect(await Promise.all([lead, colleague, stranger].map(isSignedIn))).toEqual([true, false, true])

  const before = await countMails()
  const browser = freshBrowser()
  await browser.get('/sign-in')
  const asked = await browser.post('/sign-in', { email: 'robin@leeds.gov.uk', next: '/projects' })
  expect(asked.statusCode).toBe(200)
  expect(asked.body).toContain('href="/sign-in/with/theirs?next=%2Fprojects"')
  expect(await countMails()).toBe(before)
  await browser.post('/sign-in', { email: 'robin@surreycc.gov.uk' })
  expect(await countMails(), 'control: others get their mail').toBe(before + 1)
})

test('a mail that was sent before lets nobody in afterwards, neither by its link nor by its code', async () => {
  const { lead, db, signOn, freshBrowser } = await given()
  const browser = freshBrowser()
  await browser.get('/sign-in')
  await browser.post('/sign-in', { email: 'robin@leeds.gov.uk' })
  const { letter } = await db.selectFrom('mail').select('letter').executeTakeFirstOrThrow()
  const link = /\/sign-in\/link\/[\w-]{43}/.exec(JSON.stringify(letter))![0]
  const code = /"code":"(\d{6})"/.exec(JSON.stringify(letter))![1]!
  await signOn(lead)
  await lead.post(path, { only: 'yes' })
  await browser.post(link)
  await browser.post('/sign-in/code', { email: 'robin@leeds.gov.uk', code })
  expect(await isSignedIn(browser)).toBe(false)
  await lead.post(path, { only: 'no' })
  await browser.post(link)
  expect(await isSignedIn(browser), 'control: the same mail is good when mail is').toBe(true)
})

test('nobody comes round it by taking on an address of the organisation with a code from a mail', async () => {
  const { lead, db, signOn, signedIn } = await given()
  const other = await signedIn({ email: 'robin@example.org' })
  await other.post('/account/address', { email: 'robin@leeds.gov.uk' })
  const { letter } = await db.selectFrom('mail').select('letter').executeTakeFirstOrThrow()
  const code = /"code":"(\d{6})"/.exec(JSON.stringify(letter))![1]!
  await signOn(lead)
  await lead.post(path, { only: 'yes' })
  const asked = await other.post('/account/address', { email: 'robin@leeds.gov.uk' })
  expect(asked.body).toContain('lets nobody in by mail')
  await other.post('/account/address/code', { code })
  expect((await other.get('/account')).body).toContain('robin@example.org')
  await lead.post(path, { only: 'no' })
  await other.post('/account/address/code', { code })
  expect((await other.get('/account')).body, 'control').toContain('robin@leeds.gov.uk')
})

test('councils that share a domain cannot lock each other out', async () => {
  const { lead, signOn, freshBrowser, countMails } = await given(
    'adur-district-council',
    'lead@adur-worthing.gov.uk',
  )
  await signOn(lead)
  await lead.post('/organisations/adur-district-council/sign-in', { only: 'yes' })
  const { body } = await lead.get('/organisations/adur-district-council/sign-in')
  expect(body).toContain('adur-worthing.gov.uk, once Worthing Borough Council chooses the same')
  const browser = freshBrowser()
  await browser.get('/sign-in')
  const before = await countMails()
  await browser.post('/sign-in', { email: 'sam@adur-worthing.gov.uk' })
  expect(await countMails()).toBe(before + 1)
})

test('a curator can undo it, and make it so where a lead has shown that it works', async () => {
  const { lead, db, signOn, signedIn } = await given()
  const curator = await signedIn({ duties: ['curator'] })
  expect((await curator.post(path, { only: 'yes' })).statusCode).toBe(409)
  await signOn(lead)
  await curator.post(path, { only: 'yes' })
  const only = () => db.selectFrom('sign_on_only').select('organisation_id').execute()
  expect(await only()).toHaveLength(1)
  await curator.post(path, { only: 'no' })
  expect(await only()).toHaveLength(0)
})

test('for everyone else the page does not exist', async () => {
  const { get, signedIn } = await given()
  expect((await get(path)).headers.location).toContain('/sign-in?next=')
  const others = [
    await signedIn(),
    await signedIn({ of: 'leeds-city-council' }),
    await signedIn({ of: 'surrey-county-council', role: 'lead' }),
    await signedIn({ duties: ['operator'] }),
  ]
  for (const other of others) {
    expect((await other.get(path)).statusCode).toBe(404)
    expect((await other.post(path, { only: 'yes' })).statusCode).toBe(404)
  }
})

test.each(['disallowed', 'removed'])(
  'an organisation whose only sign-in is %s gets in by mail again',
  async how => {
    const { lead, db, clock, organisation, added, signOn } = await given()
    await signOn(lead)
    await lead.post(path, { only: 'yes' })
    const relaxed =
      how === 'removed'
        ? await removeProvider(db, clock, 'theirs')
        : await disallowOrganisation(db, clock, added, organisation)
    expect(relaxed.map(({ slug }) => slug)).toEqual(['leeds-city-council'])
    expect(await db.selectFrom('sign_on_only').select('organisation_id').execute()).toEqual([])
  },
)

test('without a sign-in of its own an organisation reads how it gets one', async () => {
  const { signedIn } = await testApp()
  const lead = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  expect((await lead.get(path)).body).toContain('can be added by the people who run this site')
})
