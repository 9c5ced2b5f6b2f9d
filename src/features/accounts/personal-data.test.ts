import { expect, test } from 'vitest'
import { testApp } from '#test/support.ts'
import { personalData } from './personal-data.ts'

const of = 'leeds-city-council'

/** Someone who left traces everywhere that accounts keep any, under two addresses. */
async function withTraces() {
  const app = await testApp()
  const { db } = app
  const curator = await app.signedIn({ duties: ['curator'] })
  const officer = await app.signedIn({
    of,
    role: 'lead',
    email: 'trace.one@leeds.gov.uk',
    duties: ['curator'],
  })
  await officer.post('/account/profile', { name: 'Trace Name', jobTitle: 'Trace Job', offers: 'Trace Offer' })
  const browser = app.freshBrowser()
  await browser.get('/sign-in')
  await browser.post('/sign-in', { email: officer.email })
  await officer.post('/organisations/surrey-county-council/people')
  await officer.post('/account/address', { email: 'trace.two@leeds.gov.uk' })
  const { letter } = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', 'trace.two@leeds.gov.uk')
    .executeTakeFirstOrThrow()
  await officer.post('/account/address/code', { code: /"code":"(\d{6})"/.exec(JSON.stringify(letter))![1]! })
  await browser.post('/sign-in', { email: 'trace.two@leeds.gov.uk' })
  await officer.post('/account/address', { email: 'trace.three@leeds.gov.uk' })
  return { ...app, officer, curator }
}

const tables = [
  'person',
  'person_duty',
  'membership',
  'session',
  'sign_in',
  'address_change',
  'mail',
  'activity',
  'job',
  'rate_limit',
] as const

test('a person’s export holds all that accounts and mail keep of them', async () => {
  const { db, officer } = await withTraces()
  const parts = await Promise.all(personalData.map(part => part.export(db, officer.personId)))
  const words = JSON.stringify(parts)
  for (const kept of ['Trace Name', 'Trace Job', 'Trace Offer', 'trace.one@', 'trace.two@', 'A test'])
    expect(words).toContain(kept)
  expect(words).toContain('Surrey County Council')
  expect(parts.map(rows => rows.length > 0)).toEqual(parts.map(() => true))
  expect(words).not.toMatch(/_hash/)
})

test('erased, nothing in any table leads to the person; that somebody led the organisation stays', async () => {
  const { db, clock, officer, curator, drain } = await withTraces()
  await drain()
  const everything = async () => {
    const rows = await Promise.all(tables.map(table => db.selectFrom(table).selectAll().execute()))
    return JSON.stringify(rows).match(/trace[^"]*/gi) ?? []
  }
  expect(await everything()).not.toEqual([])
  for (const { erase } of personalData) await erase(db, clock, officer.personId)
  expect(await everything()).toEqual([])
  const places = await db
    .selectFrom('membership')
    .select(['role', 'state', 'ended_by'])
    .where('person_id', '=', officer.personId)
    .execute()
  expect(places).toEqual([{ role: 'lead', state: 'ended', ended_by: null }])
  const told = await db.selectFrom('mail').select('about').where('recipient', '=', curator.email).execute()
  expect(told.map(({ about }) => about)).toContain('without-lead')
  expect((await officer.get('/account')).statusCode).toBe(303)
})
