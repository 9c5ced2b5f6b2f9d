import { expect, test } from 'vitest'
import type { ReadContract } from '#features/contract-reading/index.ts'
import { operator } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { handClock, testApp } from '#test/support.ts'
import { takeInRead } from './take-in-actions.ts'

const idOf = async (db: Db, slug: string) =>
  (await db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

const read = (facts: Partial<ReadContract> = {}): ReadContract => ({
  title: 'Kennels for stray dogs',
  reference: 'C-1',
  supplier: { name: 'Acme Kennels Ltd', identifiers: [] },
  startsOn: '2024-04-01',
  endsOn: '2027-03-31',
  isOpenEnded: false,
  valuePounds: 12_500.5,
  raw: {},
  ...facts,
})

async function takeIn(
  db: Db,
  slug: string,
  asOf: string,
  rows: ReadContract[],
  format: 'register' | 'ocds' = 'register',
) {
  const id = newId()
  const clock = handClock()
  await db
    .insertInto('import_run')
    .values({
      id,
      format: 'register',
      file_name: 'register.csv',
      sha256: id,
      source: 'Register',
      as_of: asOf,
      started_at: clock.now(),
    })
    .execute()
  const organisationId = await idOf(db, slug)
  return takeInRead(
    db,
    rows.map((read, at) => ({ organisationId, line: at + 2, read })),
    {
      source: { name: 'Register of contracts', asOf },
      clock,
      actor: operator,
      run: { id, format },
    },
  )
}

const subjects = (written: Awaited<ReturnType<typeof takeIn>>) =>
  written.map(one => ('subjectId' in one ? one.subjectId : one.refusal))

test('a contract shows its supplier, days, value, and the source with line and date', async () => {
  const { db, get } = await testApp()
  const [id] = subjects(await takeIn(db, 'leeds-city-council', '2026-10-01', [read()]))
  const { body, statusCode } = await get(`/contracts/${id}`)
  expect(statusCode).toBe(200)
  for (const said of [
    'Acme Kennels',
    '1 April 2024 to 31 March 2027',
    '£12,500.50',
    'Register of contracts, line 2',
    '1 October 2026',
  ])
    expect(body).toContain(said)
  const { body: supplier } = await get('/organisations/acme-kennels-ltd/contracts')
  expect(supplier).toContain('Kennels for stray dogs')
})

test('a newer source supersedes an older one openly, and an older one that comes later does not', async () => {
  const { db, get } = await testApp()
  const [first] = subjects(await takeIn(db, 'leeds-city-council', '2026-03-01', [read()]))
  const [second] = subjects(
    await takeIn(db, 'leeds-city-council', '2026-10-01', [read({ endsOn: '2028-03-31' })]),
  )
  const [third] = subjects(
    await takeIn(db, 'leeds-city-council', '2025-10-01', [read({ endsOn: '2026-03-31' })]),
  )
  expect([second, third]).toEqual([first, first])
  const { body } = await get(`/contracts/${first}`)
  expect(body).toContain('Ends 31 March 2028')
  for (const before of ['31 March 2027', '31 March 2026', '1 March 2026']) expect(body).toContain(before)
})

test('lines of a file under one reference with several suppliers are several contracts, today and next year', async () => {
  const { db } = await testApp()
  const rows = ['Acme Kennels Ltd', 'Zebra Vets Ltd', 'Moor Boarding LLP'].map(name =>
    read({ supplier: { name, identifiers: [] } }),
  )
  const first = subjects(await takeIn(db, 'leeds-city-council', '2026-03-01', rows))
  expect(new Set(first).size).toBe(3)
  const second = subjects(await takeIn(db, 'leeds-city-council', '2026-10-01', rows.toReversed()))
  expect(second.toReversed()).toEqual(first)
  const twice = subjects(await takeIn(db, 'leeds-city-council', '2026-11-01', [read(), read()]))
  expect(twice).toEqual([first[0], 'the file says the same contract twice'])
})

test('of two notices in one file about one contract the newer one shows, and both stay', async () => {
  const { db, get } = await testApp()
  const release = (statedOn: string, valuePounds: number) =>
    read({ ocid: 'ocds-b5fd17-1', statedOn, valuePounds })
  const releases = [release('2026-09-02', 2), release('2026-09-01', 1), release('2026-09-02', 3)]
  const written = subjects(await takeIn(db, 'leeds-city-council', '2026-10-01', releases, 'ocds'))
  expect(written).toEqual([written[0], written[0], 'the file says the same contract twice'])
  const { body } = await get(`/contracts/${written[0]}`)
  expect(body).toMatch(/Value<\/dt><dd[^>]*>£2</)
  expect(body).toContain('1 September 2026')
})

test('the name of a person who supplies is kept nowhere', async () => {
  const { db } = await testApp()
  const [written] = await takeIn(db, 'leeds-city-council', '2026-10-01', [
    read({
      title: 'Tuition by Rachael Placeholder',
      supplier: { name: 'Rachael Placeholder', identifiers: [] },
    }),
  ])
  expect(written).toMatchObject({ remarks: [expect.stringContaining('may be a person')] })
  const contracts = await db.selectFrom('contract').selectAll().where('title', 'like', 'Tuition%').execute()
  const statements = await db.selectFrom('contract_statement').selectAll().execute()
  expect(contracts).toMatchObject([{ supplier_as_published: 'An individual', supplier_id: null }])
  expect(JSON.stringify([contracts, statements])).not.toContain('Placeholder')
})

const correction = (body: string, changes: Record<string, string> = {}) => {
  const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1] ?? ''
  const fields = [
    'title',
    'supplier',
    'service',
    'starts_on',
    'ends_on',
    'extends_to',
    'value',
    'reference',
    'seen',
  ]
  return { ...Object.fromEntries(fields.map(name => [name, value(name)])), ...changes }
}

test('a lead corrects a contract of their council, from today on and confirmed; nobody else finds the form', async () => {
  const { db, get, signedIn } = await testApp()
  const [id] = subjects(await takeIn(db, 'leeds-city-council', '2026-10-01', [read()]))
  const path = `/contracts/${id}/correction`
  const lead = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  const { body } = await lead.get(path)
  const saved = await lead.post(
    path,
    correction(body, { ends_on: '30 September 2028', value: '£13,000', service: 'Dog wardens' }),
  )
  expect([saved.statusCode, saved.headers.location]).toEqual([303, `/contracts/${id}`])
  const page = (await get(`/contracts/${id}`)).body
  for (const said of [
    'by Leeds City Council itself',
    'Ends 30 September 2028',
    '£13,000',
    'Register of contracts, line 2',
    'said by the council',
  ])
    expect(page).toContain(said)
  for (const standing of [
    { of: 'leeds-city-council' },
    { of: 'adur-district-council', role: 'lead' },
    {},
  ] as const)
    expect((await (await signedIn(standing)).get(path)).statusCode).toBe(404)
  expect((await get(path)).statusCode).toBe(303)
})

test('the service that the council chose stays when a newer register does not name one', async () => {
  const { db, get, signedIn } = await testApp()
  const [id] = subjects(await takeIn(db, 'leeds-city-council', '2026-10-01', [read({ title: 'Lot 7' })]))
  const lead = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  const { body } = await lead.get(`/contracts/${id}/correction`)
  await lead.post(`/contracts/${id}/correction`, correction(body, { service: 'Dog wardens' }))
  await takeIn(db, 'leeds-city-council', '2027-01-01', [read({ title: 'Lot 7', valuePounds: 5 })])
  const page = (await get(`/contracts/${id}`)).body
  expect(page).toMatch(/Dog wardens.*said by the council/s)
  expect(page).toContain('Register of contracts, line 2')
})

test('a correction that makes no sense is refused with what was typed, and a stale one with what stands now', async () => {
  const { db, signedIn } = await testApp()
  const [id] = subjects(await takeIn(db, 'leeds-city-council', '2026-10-01', [read()]))
  const path = `/contracts/${id}/correction`
  const lead = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  const { body } = await lead.get(path)
  const wrong = await lead.post(
    path,
    correction(body, { ends_on: '1 April 2020', value: 'lots', title: 'Kennels anew' }),
  )
  expect(wrong.statusCode).toBe(422)
  for (const said of ['Write an amount in pounds', 'value="Kennels anew"', 'value="1 April 2020"'])
    expect(wrong.body).toContain(said)
  const unknown = await lead.post(path, correction(body, { service: 'Xyzzy frobnication' }))
  expect(unknown.body).toContain('There is no service called')
  await lead.post(path, correction(body, { title: 'First' }))
  const stale = await lead.post(path, correction(body, { title: 'Second' }))
  expect(stale.statusCode).toBe(422)
  expect(stale.body).toContain('Something else was said of this contract while you were writing')
})

test('a name that could be a person’s is asked about in a correction too, and not kept where it is one', async () => {
  const { db, get, signedIn } = await testApp()
  const [id] = subjects(await takeIn(db, 'leeds-city-council', '2026-10-01', [read()]))
  const path = `/contracts/${id}/correction`
  const lead = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  const send = async (fields: Record<string, string>) =>
    lead.post(path, correction((await lead.get(path)).body, fields))
  const asked = await send({ supplier: 'Agnieszka Kowalska' })
  expect(asked.statusCode).toBe(422)
  expect(asked.body).toContain('is a person’s name')
  expect(asked.body).toMatch(/name="supplier"[^>]*value="Agnieszka Kowalska"/)
  expect((await send({ supplier: 'Agnieszka Kowalska', supplier_is: 'person' })).statusCode).toBe(303)
  expect((await get(`/contracts/${id}`)).body).toContain('An individual')
  const said = await db.selectFrom('contract_statement').select('said').execute()
  expect(JSON.stringify(said)).not.toContain('Kowalska')
  expect((await send({ supplier: 'Bright Wombats', supplier_is: 'body' })).statusCode).toBe(303)
  expect((await get('/organisations/bright-wombats/contracts')).body).toContain('Kennels')
})
