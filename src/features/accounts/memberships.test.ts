import { expect, test } from 'vitest'
import { handClock, testApp } from '#test/support.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Someone = Awaited<ReturnType<App['signedIn']>>

const of = 'leeds-city-council'
const here = `/organisations/${of}/people`

/** Someone with an address of elsewhere who asked to speak for Leeds. */
async function asker(app: App, name = 'Asking Officer') {
  const person = await app.signedIn({
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@elsewhere.example`,
  })
  expect((await person.post(here)).headers.location).toBe(`/welcome/asked?next=${encodeURIComponent(here)}`)
  return person
}

const membershipOf = ({ db }: App, { personId }: Someone) =>
  db
    .selectFrom('membership')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

const pathOf = async (app: App, person: Someone) => `/memberships/${(await membershipOf(app, person)).id}`

const subjectsOf = async ({ db }: App, recipient: string) => {
  const rows = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', recipient)
    .orderBy('id')
    .execute()
  return rows.map(({ letter }) => (letter as { subject: string }).subject)
}

/** Whether they may publish for an organisation: a page says so only to those. */
const speaks = async (person: Someone) =>
  (await person.get('/')).body.includes('href="/account/organisations">Leeds')

const standings = async (app: App) => ({
  'signed out': app.freshBrowser(),
  'member of no organisation': await app.signedIn(),
  'member elsewhere': await app.signedIn({ of: 'adur-district-council' }),
  'lead elsewhere': await app.signedIn({ of: 'adur-district-council', role: 'lead' }),
  member: await app.signedIn({ of }),
  lead: await app.signedIn({ of, role: 'lead' }),
  curator: await app.signedIn({ duties: ['curator'] }),
  operator: await app.signedIn({ duties: ['operator'] }),
})

const mayDecide = ['lead', 'curator']

test('only leads of the organisation and curators may look at, decide, change or end what is another’s', async () => {
  const app = await testApp()
  for (const [standing, browser] of Object.entries(await standings(app))) {
    const waiting = await pathOf(app, await asker(app, `Asking ${standing.replaceAll(' ', '')}`))
    const member = await pathOf(app, await app.signedIn({ of }))
    if (standing === 'signed out') await browser.get('/sign-in')
    const codes = [
      (await browser.get(waiting)).statusCode,
      (await browser.post(`${waiting}/decision`, { decision: 'confirm' })).statusCode,
      (await browser.post(`${member}/role`, { role: 'lead' })).statusCode,
      (await browser.post(`${member}/role`, { role: 'member' })).statusCode,
      (await browser.post(`${member}/ending`)).statusCode,
    ]
    const expected = mayDecide.includes(standing)
      ? [200, 303, 303, 303, 303]
      : Array(5).fill(standing === 'signed out' ? 303 : 404)
    expect(codes, standing).toEqual(expected)
    const after = await app.db
      .selectFrom('membership')
      .select('state')
      .where(
        'id',
        'in',
        [waiting, member].map(path => path.split('/')[2]!),
      )
      .execute()
    const states = after.map(({ state }) => state).sort()
    expect(states, standing).toEqual(
      mayDecide.includes(standing) ? ['confirmed', 'ended'] : ['confirmed', 'requested'],
    )
  }
})

test('only the person themself asks to lead or moves, whoever else leads', async () => {
  const app = await testApp()
  const member = await pathOf(app, await app.signedIn({ of }))
  for (const [standing, browser] of Object.entries(await standings(app))) {
    if (standing === 'signed out') continue
    const codes = [
      (await browser.post(`${member}/lead-request`)).statusCode,
      (await browser.post(`${member}/successor`, { organisation: 'x' })).statusCode,
    ]
    expect(codes, standing).toEqual([404, 404])
  }
})

test('a lead confirms: then they speak for it, and hear of it by mail', async () => {
  const app = await testApp()
  const lead = await app.signedIn({ of, role: 'lead' })
  const person = await asker(app)
  expect(await speaks(person)).toBe(false)
  expect((await lead.get(here)).body).toContain('Asking Officer')
  await lead.post(`${await pathOf(app, person)}/decision`, { decision: 'confirm' })
  expect(await speaks(person)).toBe(true)
  expect(await subjectsOf(app, person.email)).toEqual(['You may speak for Leeds City Council'])
  expect(await membershipOf(app, person)).toMatchObject({ state: 'confirmed', decided_by: lead.personId })
})

test('a lead refuses: then they do not, and hear of it; deciding twice is told', async () => {
  const app = await testApp()
  const lead = await app.signedIn({ of, role: 'lead' })
  const person = await asker(app)
  const path = await pathOf(app, person)
  const decided = await lead.post(`${path}/decision`, { decision: 'refuse' })
  expect((await lead.get(String(decided.headers.location))).body).toContain('You refused: they do not speak')
  expect(await speaks(person)).toBe(false)
  expect(await subjectsOf(app, person.email)).toEqual(['Leeds City Council did not confirm you'])
  expect((await lead.post(`${path}/decision`, { decision: 'confirm' })).statusCode).toBe(409)
  expect(await speaks(person)).toBe(false)
})

test('who is refused is told whom to turn to: those who lead there, or those who run the site', async () => {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'] })
  const refuse = async (person: Someone) => {
    await curator.post(`${await pathOf(app, person)}/decision`, { decision: 'refuse' })
    const mail = app.db.selectFrom('mail').select('letter').where('recipient', '=', person.email)
    return JSON.stringify(await mail.executeTakeFirstOrThrow())
  }
  const first = await refuse(await asker(app, 'First Officer'))
  expect(first).toContain('write to the people who run Pipeline')
  expect(first).toContain('"href":"/privacy"')
  expect(first).not.toContain('colleagues who lead there')
  await app.signedIn({ of, role: 'lead' })
  const second = await refuse(await asker(app, 'Second Officer'))
  expect(second).toContain('talk to your colleagues who lead there')
  expect(second).not.toContain('/privacy')
})

test('a request is taken back by who made it, and by nobody else', async () => {
  const app = await testApp()
  const person = await asker(app)
  const path = await pathOf(app, person)
  const lead = await app.signedIn({ of, role: 'lead' })
  expect((await lead.post(`${path}/ending`)).statusCode).toBe(409)
  const waits = (await person.get('/account')).body
  expect(waits).toContain('What waits for an answer')
  expect(waits).toContain(`href="${path}" class="govuk-link">Take the request back`)
  const back = await person.post(`${path}/ending`)
  expect(back.headers.location).toBe('/account?done=request-taken-back')
  const after = (await person.get(String(back.headers.location))).body
  expect(after).toContain('You took your request back')
  expect(after).not.toContain('What waits for an answer')
  expect((await lead.get(here)).body).not.toContain('Asking Officer')
})

test('a member asks to be a lead; a lead makes them one', async () => {
  const app = await testApp()
  const lead = await app.signedIn({ of, role: 'lead' })
  const member = await app.signedIn({ of, name: 'Ambitious Officer' })
  const path = await pathOf(app, member)
  await member.post(`${path}/lead-request`)
  await member.post(`${path}/lead-request`)
  expect(await subjectsOf(app, lead.email)).toEqual(['A member of Leeds City Council asks to be a lead'])
  expect((await lead.get('/my')).body).toContain('Ambitious Officer')
  await lead.post(`${path}/decision`, { decision: 'confirm' })
  expect(await membershipOf(app, member)).toMatchObject({ role: 'lead', lead_asked_at: null })
  expect(await subjectsOf(app, member.email)).toEqual(['You are a lead of Leeds City Council'])
})

test('a request to lead that is refused leaves a member', async () => {
  const app = await testApp()
  const lead = await app.signedIn({ of, role: 'lead' })
  const member = await app.signedIn({ of })
  const path = await pathOf(app, member)
  await member.post(`${path}/lead-request`)
  await lead.post(`${path}/decision`, { decision: 'refuse' })
  expect(await membershipOf(app, member)).toMatchObject({
    role: 'member',
    state: 'confirmed',
    lead_asked_at: null,
  })
  expect(await subjectsOf(app, member.email)).toEqual(['You stay a member of Leeds City Council'])
})

test('the first lead is made by a curator, who sees the request among what waits', async () => {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'] })
  const member = await app.signedIn({ of })
  const path = await pathOf(app, member)
  expect((await curator.get('/people')).body).not.toContain('asks to be a lead')
  await member.post(`${path}/lead-request`)
  expect(await subjectsOf(app, curator.email)).toEqual(['A member of Leeds City Council asks to be a lead'])
  expect((await curator.get('/people')).body).toContain('a member asks to be a lead')
  await curator.post(`${path}/decision`, { decision: 'confirm' })
  expect(await membershipOf(app, member)).toMatchObject({ role: 'lead' })
})

test('what a lead can decide does not wait for curators', async () => {
  const app = await testApp()
  await app.signedIn({ of, role: 'lead' })
  const curator = await app.signedIn({ duties: ['curator'] })
  await asker(app)
  expect((await curator.get('/people')).body).not.toContain('Leeds City Council')
  expect(await subjectsOf(app, curator.email)).toEqual([])
})

test('the last lead steps down or leaves only when they say that there is then none; curators are told', async () => {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'] })
  const lead = await app.signedIn({ of, role: 'lead' })
  const path = await pathOf(app, lead)
  const refused = await lead.post(`${path}/role`, { role: 'member' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('I know that Leeds City Council then has no lead')
  expect((await lead.post(`${path}/ending`)).statusCode).toBe(422)
  expect(await membershipOf(app, lead)).toMatchObject({ role: 'lead', state: 'confirmed' })
  expect(await subjectsOf(app, curator.email)).toEqual([])
  await lead.post(`${path}/ending`, { knowsEnd: 'yes' })
  expect(await membershipOf(app, lead)).toMatchObject({ state: 'ended', ended_by: lead.personId })
  expect(await subjectsOf(app, curator.email)).toEqual(['Leeds City Council has no lead any more'])
})

test('with another lead there, one goes without more ado; a suspended one does not count', async () => {
  const app = await testApp()
  const first = await app.signedIn({ of, role: 'lead' })
  await app.signedIn({ of, role: 'lead', isSuspended: true })
  const path = await pathOf(app, first)
  expect((await first.post(`${path}/role`, { role: 'member' })).statusCode).toBe(422)
  await app.signedIn({ of, role: 'lead' })
  expect((await first.post(`${path}/role`, { role: 'member' })).statusCode).toBe(303)
  expect(await membershipOf(app, first)).toMatchObject({ role: 'member' })
})

test('a membership that a lead ended is over at once, and the address alone does not bring it back', async () => {
  const app = await testApp()
  const lead = await app.signedIn({ of, role: 'lead' })
  const member = await app.signedIn({ of, email: 'former.officer@leeds.gov.uk' })
  expect(await speaks(member)).toBe(true)
  await lead.post(`${await pathOf(app, member)}/ending`)
  expect(await speaks(member)).toBe(false)
  expect(await subjectsOf(app, member.email)).toEqual(['You no longer speak for Leeds City Council'])
  await member.post(here)
  expect(await membershipOf(app, member)).toMatchObject({ state: 'requested' })
  expect(await speaks(member)).toBe(false)
})

test('who left by themselves comes back by their address', async () => {
  const app = await testApp()
  const member = await app.signedIn({ of, email: 'returning.officer@leeds.gov.uk' })
  await member.post(`${await pathOf(app, member)}/ending`)
  expect(await speaks(member)).toBe(false)
  await member.post(here)
  expect(await speaks(member)).toBe(true)
})

test('everyone reads the names of those who show them, and of the rest how many there are', async () => {
  const app = await testApp()
  const member = await app.signedIn({ of, name: 'Quiet Officer' })
  const shown = await app.signedIn({ of, name: 'Shown Officer', role: 'lead' })
  await app.signedIn({ of, name: 'Suspended Officer', isSuspended: true })
  await app.db.updateTable('person').set({ is_shown: true }).where('id', '=', shown.personId).execute()
  const outside = [app.freshBrowser(), await app.signedIn({ of: 'adur-district-council', role: 'lead' })]
  for (const browser of outside) {
    const { body } = await browser.get(here)
    expect(body).toContain('Shown Officer')
    expect(body).toContain('1 lead and 1 member')
    expect(body).toContain('And 1 member')
    expect(body).not.toMatch(/Quiet Officer|Suspended Officer|@/)
  }
  const { body } = await member.get(here)
  expect(body).toContain('Quiet Officer')
  expect(body).not.toMatch(/Suspended Officer|@example/)
  expect((await shown.get(here)).body).toContain('Suspended Officer')
})

test('who asks is for those to read who decide', async () => {
  const app = await testApp()
  await asker(app)
  const member = await app.signedIn({ of })
  const curator = await app.signedIn({ duties: ['curator'] })
  expect((await member.get(here)).body).not.toContain('Asking Officer')
  expect((await curator.get(here)).body).toContain('asking.officer@elsewhere.example')
})

test('the page of an organisation leads to who speaks for it', async () => {
  const app = await testApp()
  expect((await app.get(`/organisations/${of}`)).body).toContain(`href="${here}"`)
  expect((await app.get('/organisations/no-such-council/people')).statusCode).toBe(404)
})

test('what is recorded for good holds neither names nor addresses', async () => {
  const app = await testApp()
  const lead = await app.signedIn({ of, role: 'lead', name: 'Leading Officer' })
  const person = await asker(app)
  await lead.post(`${await pathOf(app, person)}/decision`, { decision: 'confirm' })
  const rows = await app.db
    .selectFrom('activity')
    .selectAll()
    .where('kind', 'like', 'membership.%')
    .orderBy('id')
    .execute()
  expect(rows.map(({ kind }) => kind)).toEqual(['membership.requested', 'membership.decided'])
  expect(JSON.stringify(rows)).not.toMatch(/Officer|example/)
  expect(rows[1]).toMatchObject({ actor_id: lead.personId, organisation_id: lead.organisationId })
})

test('who speaks for one organisation is told so, and chooses only where there are several', async () => {
  const app = await testApp()
  const lead = await app.signedIn({ of, role: 'lead' })
  const one = (await lead.get('/account/organisations')).body
  expect(one).toContain('>You speak for Leeds City Council</h1>')
  expect(one).toContain('You are a lead.')
  expect(one).not.toContain('type="radio"')
  expect(one).toContain('>Leeds City Council<span class="govuk-visually-hidden">, for which you speak</span>')
  const other = await app.signedIn({ of: 'adur-district-council' })
  await app.db
    .updateTable('membership')
    .set({ person_id: lead.personId })
    .where('person_id', '=', other.personId)
    .execute()
  const two = (await lead.get('/account/organisations')).body
  expect(two).toContain('For which organisation do you speak?')
  expect(two.match(/type="radio"/g)).toHaveLength(2)
})

test('who is confirmed by another organisation goes on speaking for the one they spoke for', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const officer = await app.signedIn({ of })
  await app.db
    .updateTable('session')
    .set({ acting_for: null })
    .where('person_id', '=', officer.personId)
    .execute()
  clock.forward(60_000)
  const curator = await app.signedIn({ duties: ['curator'] })
  await officer.post('/organisations/adur-district-council/people')
  await curator.post(`${await pathOf(app, officer)}/decision`, { decision: 'confirm' })
  expect((await officer.get('/account/organisations')).body).toContain('Adur District Council')
  expect(await speaks(officer)).toBe(true)
})
