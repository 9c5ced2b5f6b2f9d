import { expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { testApp } from '#test/support.ts'

test('a visitor who opens their page is led to sign in and back', async () => {
  const { get } = await testApp()
  const { statusCode, headers } = await get('/my')
  expect(statusCode).toBe(303)
  expect(headers.location).toBe('/sign-in?next=%2Fmy')
})

test('an officer is greeted by name and told whom they speak for', async () => {
  const { signedIn } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown' })
  const { body, headers } = await officer.get('/my')
  expect(body).toContain('Hello, Robin Ashdown')
  expect(body).toMatch(/You speak for <strong>Leeds City Council<\/strong>/)
  expect(headers['cache-control']).toBe('no-store')
})

test('who gave no name is greeted all the same, with the address they signed in with', async () => {
  const { signedIn } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council', email: 'robin@leeds.example' })
  const { body } = await officer.get('/my')
  expect(body).toContain('You are signed in as robin@leeds.example')
})

test('who speaks for several organisations can change to another', async () => {
  const { signedIn, db, clock } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council' })
  const alone = await officer.get('/my')
  expect(alone.body).not.toContain('Change organisation')
  await insertMembership(db, clock.now(), officer.personId, 'adur-district-council', 'confirmed')
  const { body } = await officer.get('/my')
  expect(body).toContain('Change organisation')
})

test('someone whom no organisation has confirmed sees what waits and what they can do meanwhile', async () => {
  const { signedIn, db, clock } = await testApp()
  const newcomer = await signedIn()
  const before = await newcomer.get('/my')
  expect(before.body).toContain('Say which organisation you belong to')
  await insertMembership(db, clock.now(), newcomer.personId, 'adur-district-council', 'requested')
  const { body } = await newcomer.get('/my')
  expect(body).toContain('Adur District Council')
  expect(body).toContain('You asked to speak for it on 21 November 2026')
  expect(body).toMatch(/href="\/memberships\/[^"]+" class="govuk-link">Take the request back/)
  expect(body).toContain('What you can do meanwhile')
  expect(body).not.toContain('Say which organisation you belong to')
})

test('a curator reads how much waits and where, with or without an organisation; each such page leads to the others', async () => {
  const { signedIn } = await testApp()
  const curators = [
    await signedIn({ duties: ['curator'] }),
    await signedIn({ of: 'adur-district-council', duties: ['curator'] }),
  ]
  const operator = await signedIn({ duties: ['operator'] })
  const officer = await signedIn({ email: 'officer@gmail.com' })
  await officer.post('/organisations/leeds-city-council/people')
  await officer.post('/organisation-additions/new', {
    name: 'Ridgeway Shared Services Limited',
    kind: 'supplier',
    ground: 'Two councils own it.',
    isNew: 'yes',
  })
  const waiting = { '/moderation': 0, '/people': 1, '/organisation-additions': 1 }
  for (const curator of curators) {
    const own = (await curator.get('/my')).body
    for (const [href, count] of Object.entries(waiting)) {
      expect(own).toMatch(new RegExp(`href="${href}"[^>]*>[^<]+: ${count} waiting<`))
      const others = Object.keys(waiting).filter(other => other !== href)
      const { body } = await curator.get(href)
      for (const other of others) expect(body).toContain(`href="${other}"`)
      expect(body).toMatch(new RegExp(`<strong>[^<]+</strong>: ${count}<`))
    }
  }
  const kept = (await operator.get('/my')).body
  expect(kept).toContain('href="/people"')
  for (const { body } of [await officer.get('/my'), await operator.get('/my'), await operator.get('/people')])
    expect(body).not.toContain('href="/moderation"')
})

type App = Awaited<ReturnType<typeof testApp>>

async function insertMembership(
  db: App['db'],
  now: Date,
  person_id: string,
  slug: string,
  state: 'requested' | 'confirmed',
) {
  const { id: organisation_id } = await db
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('membership')
    .values({
      id: newId(),
      person_id,
      organisation_id,
      role: 'member',
      state,
      ground: 'word',
      requested_at: now,
    })
    .execute()
}
