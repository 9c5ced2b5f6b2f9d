import { expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

type App = Awaited<ReturnType<typeof testApp>>

const of = 'leeds-city-council'
const suspension = (personId: string) => `/people/${personId}/suspension`
const reason = 'at-risk'

const isSuspended = async ({ db }: App, personId: string) => {
  const person = await db
    .selectFrom('person')
    .select('suspended_at')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return person.suspended_at !== null
}

test('only curators and operators find people, see what is not shown, and suspend', async () => {
  const app = await testApp()
  const standings = {
    'signed out': app.freshBrowser(),
    'member elsewhere': await app.signedIn({ of: 'adur-district-council' }),
    member: await app.signedIn({ of }),
    lead: await app.signedIn({ of, role: 'lead' }),
    curator: await app.signedIn({ duties: ['curator'] }),
    operator: await app.signedIn({ duties: ['operator'] }),
  }
  for (const [standing, browser] of Object.entries(standings)) {
    const { personId } = await app.signedIn({ of, name: 'Quiet Officer' })
    if (standing === 'signed out') await browser.get('/sign-in')
    const codes = [
      (await browser.get('/people')).statusCode,
      (await browser.post('/people', { sought: 'quiet' })).statusCode,
      (await browser.get(`/people/${personId}`)).statusCode,
      (await browser.post(suspension(personId), { reason })).statusCode,
      (await browser.post(`/people/${personId}/readmission`)).statusCode,
    ]
    const isKeeper = standing === 'curator' || standing === 'operator'
    expect(codes, standing).toEqual(isKeeper ? [200, 200, 200, 303, 303] : Array(5).fill(404))
  }
})

test('people are found by part of their name or address, whatever the letter case; signs stand for themselves', async () => {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'], name: 'Looking Curator' })
  await app.signedIn({ of, name: 'Sought Officer', email: 'sought@leeds.gov.uk' })
  const found = async (sought: string) => {
    const { body } = await curator.post('/people', { sought })
    return body.includes('Sought Officer')
  }
  expect(await found('SOUGHT')).toBe(true)
  expect(await found('@leeds.gov')).toBe(true)
  expect(await found('s%t')).toBe(false)
  expect(await found('s_ught')).toBe(false)
  expect((await curator.post('/people', { sought: ' ' })).statusCode).toBe(422)
})

test('suspension ends every session at once, hides the name, and is told by mail with its reason', async () => {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'] })
  const officer = await app.signedIn({ of, name: 'Shown Officer' })
  await app.db.updateTable('person').set({ is_shown: true }).where('id', '=', officer.personId).execute()
  expect((await app.get(`/people/${officer.personId}`)).statusCode).toBe(200)
  expect((await officer.get('/account')).statusCode).toBe(200)
  await curator.post(suspension(officer.personId), { reason })
  expect((await officer.get('/account')).statusCode).toBe(303)
  expect((await app.get(`/people/${officer.personId}`)).statusCode).toBe(404)
  const sessions = await app.db
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', officer.personId)
    .execute()
  expect(sessions).toEqual([])
  const mail = await app.db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', officer.email)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(mail)).toContain('because somebody else may be using it')
  const recorded = await app.db
    .selectFrom('activity')
    .select(['detail', 'actor_id'])
    .where('kind', '=', 'person.suspended')
    .where('subject_id', '=', officer.personId)
    .execute()
  expect(recorded).toEqual([{ detail: { reason }, actor_id: curator.personId }])
  expect((await curator.get('/people')).body).toContain('Shown Officer')
})

test('a suspension needs a reason; lifted, the person may sign in again and is told', async () => {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'] })
  const officer = await app.signedIn({ of })
  const without = await curator.post(suspension(officer.personId), { reason: 'words somebody typed' })
  expect(without.statusCode).toBe(422)
  expect(await isSuspended(app, officer.personId)).toBe(false)
  await curator.post(suspension(officer.personId), { reason })
  await curator.post(suspension(officer.personId), { reason })
  await curator.post(`/people/${officer.personId}/readmission`)
  expect(await isSuspended(app, officer.personId)).toBe(false)
  const mails = await app.db.selectFrom('mail').select('id').where('recipient', '=', officer.email).execute()
  expect(mails).toHaveLength(2)
})

test('curators do not suspend those with a duty for the platform, operators do; nobody suspends themselves', async () => {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'] })
  const other = await app.signedIn({ duties: ['curator'] })
  const operator = await app.signedIn({ duties: ['operator'] })
  const tries = [
    [curator, other],
    [curator, operator],
    [curator, curator],
    [operator, operator],
  ] as const
  for (const [by, whom] of tries) {
    expect((await by.post(suspension(whom.personId), { reason })).statusCode).toBe(404)
    expect(await isSuspended(app, whom.personId)).toBe(false)
    expect((await by.get(`/people/${whom.personId}`)).body).not.toContain('Suspend this account')
  }
  await operator.post(suspension(curator.personId), { reason })
  expect(await isSuspended(app, curator.personId)).toBe(true)
})

test('who is suspended no longer decides: what they led waits for curators', async () => {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'] })
  const lead = await app.signedIn({ of, role: 'lead' })
  const person = await app.signedIn({ email: 'asking@elsewhere.example' })
  await person.post(`/organisations/${of}/people`)
  expect((await curator.get('/people')).body).not.toContain('someone asks to speak for it')
  await curator.post(suspension(lead.personId), { reason })
  expect((await curator.get('/people')).body).toContain('someone asks to speak for it')
})

test('an account that does not exist, or was erased, has no page for anyone', async () => {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'] })
  const nobody = '/people/00000000-0000-7000-8000-000000000000'
  expect((await curator.get(nobody)).statusCode).toBe(404)
  expect((await curator.post(`${nobody}/suspension`, { reason })).statusCode).toBe(404)
  expect((await curator.get('/people/x')).statusCode).toBe(404)
})
