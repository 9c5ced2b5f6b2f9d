import { expect, test } from 'vitest'
import type { Letter } from '#features/mail/index.ts'
import { openLeaving } from '#test/handing-over.ts'

test('whoever changes job takes profile and history along, and leaves what they looked after to the old organisation', async () => {
  const { app, owner, lead, path, handover, membershipOf, readReview } = await openLeaving()
  const { db } = app
  const old = await membershipOf(owner)
  await db
    .updateTable('person')
    .set({ job_title: 'Service designer', offers: 'I can show our form', is_shown: true })
    .where('id', '=', owner.personId)
    .execute()
  const { domain } = await db
    .selectFrom('organisation_domain')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select('domain')
    .where('slug', '=', 'adur-district-council')
    .executeTakeFirstOrThrow()
  const email = `robin@${domain}`
  await owner.post('/account/address', { email })
  const { letter } = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow()
  const code = (letter as Letter).parts.flatMap(part => ('code' in part ? [part.code] : []))[0]!
  await owner.post('/account/address/code', { code })
  await owner.post('/organisations/adur-district-council/people')
  await app.drain()

  const places = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['slug', 'state'])
    .where('person_id', '=', owner.personId)
    .orderBy('state')
    .execute()
  expect(places).toEqual([
    { slug: 'adur-district-council', state: 'confirmed' },
    { slug: 'leeds-city-council', state: 'ended' },
  ])
  expect(places.length === 2 && old.state).toBe('confirmed')

  const { body: profile } = await app.get(`/people/${owner.personId}`)
  for (const words of [
    'Robin Ashdown',
    'Service designer',
    'I can show our form',
    'Spoke for',
    'Leeds City Council',
  ])
    expect(profile).toContain(words)
  const { body: problem } = await app.get(path)
  expect(problem).toContain('Leeds City Council')
  expect(problem).not.toContain('Adur')
  expect((await readReview()).owner_id).toBeNull()
  expect((await handover()).organisation_id).toBe(lead.organisationId)
  const data = (await owner.get('/account/data/file')).body
  expect(data).not.toBe('')
  expect((await owner.get('/my')).body).not.toContain('Passing on')

  const { id } = await db.selectFrom('review').select('id').executeTakeFirstOrThrow()
  expect((await owner.post(`/reviews/${id}/answer`, { answer: 'still-true' })).statusCode).toBe(404)
})
