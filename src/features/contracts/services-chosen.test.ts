import { expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Signed = Awaited<ReturnType<App['signedIn']>>

const headings = 'Ref,Title,Supplier,Start date,End date,Value,Department'
const row = (ref: string, title: string, department: string, end = '31/03/2027') =>
  `${ref},${title},Example Supplies Ltd,01/04/2024,${end},5000,${department}`

const register = (year: number) =>
  [
    headings,
    row(`${year}-1`, 'Widget polishing', 'Place'),
    row(`${year}-2`, 'Widget polishing', 'Place'),
    row(`${year}-3`, 'Sundry rounds', 'Place'),
    row(`${year}-4`, 'Street lighting columns', 'Place'),
    row(`${year}-5`, 'Framework lot 3', 'Pest control'),
    row(`${year}-6`, 'Office plants', 'Corporate'),
  ].join('\n')

async function bring(lead: Signed, slug: string, content: string, asOf = '1 October 2026') {
  const { headers, body } = await lead.postFile(
    `/organisations/${slug}/contracts/import`,
    { source: 'Contracts register', as_of: asOf, url: '' },
    { field: 'file', name: 'register.csv', content },
  )
  expect(headers.location, body).toBeDefined()
  return String(headers.location)
}

const leeds = 'leeds-city-council'
const leadOf = (app: App, of = leeds) => app.signedIn({ of, role: 'lead' })

/** What the report says of each line: its title and its service. */
async function servicesOf(lead: Signed, file: string) {
  const { body } = await lead.get(`${file}/lines.csv`)
  const lines = body.trim().split(/\r?\n/).slice(1)
  return lines.map(line => line.split(',').slice(2, 3).concat(line.split(',').slice(4, 6)).join('; '))
}

test('a lead sees of each line its service and how it is known, changes it, and it is so in the next register', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await bring(lead, leeds, register(2026))
  const seen = (await lead.get(file)).body
  expect(seen).toContain('Street lighting (by its title)')
  expect(seen).toContain('We guess: Pest control')
  expect(await servicesOf(lead, file)).toEqual([
    'Widget polishing; ; ',
    'Widget polishing; ; ',
    'Sundry rounds; ; ',
    'Street lighting columns; Street lighting; by its title',
    'Framework lot 3; ; ',
    'Office plants; ; ',
  ])
  const field = seen.match(/name="(service-[0-9a-f]{16})"/)![1]!
  expect((await lead.post(`${file}/services`, { [field]: '431' })).statusCode).toBe(303)
  const say = (line: number, service: string, more: object = {}) =>
    lead.post(`${file}/service`, { line: String(line), service, reach: 'title', words: '', ...more })
  expect((await say(5, 'None')).statusCode).toBe(303)
  expect((await say(0, 'Tree management', { reach: 'department-open' })).statusCode).toBe(303)
  const chosen = [
    'Widget polishing; Tree management; said by the council',
    'Widget polishing; Tree management; said by the council',
    'Sundry rounds; Tree management; said by the council',
    'Street lighting columns; Street lighting; by its title',
    'Framework lot 3; Pest control; said by the council',
    'Office plants; ; said by the council',
  ]
  expect(await servicesOf(lead, file)).toEqual(chosen)
  await lead.post(`${file}/taking-in`, { which: 'good' })
  const { id } = await app.db
    .selectFrom('contract')
    .select('id')
    .where('title', '=', 'Sundry rounds')
    .executeTakeFirstOrThrow()
  expect((await app.get(`/contracts/${id}`)).body).toMatch(/Tree management<.* \(said by the council\)/)
  const next = await bring(
    lead,
    leeds,
    register(2027).replace('Sundry rounds', 'SUNDRY ROUND'),
    '1 November 2026',
  )
  const said = chosen.map(line => line.replace('Sundry rounds', 'SUNDRY ROUND'))
  expect(await servicesOf(lead, next)).toEqual(said)
}, 60_000)

test('a service that is not clear is asked back, with those that come near, and words in titles reach further', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await bring(lead, leeds, register(2026))
  expect((await lead.get(`${file}/service?line=2`)).body).toContain('Which service is “Sundry rounds” for?')
  const asked = await lead.post(`${file}/service`, {
    line: '2',
    service: 'tree',
    reach: 'words',
    words: 'polishing',
  })
  expect(asked.statusCode).toBe(422)
  expect(asked.body).toContain('Tree management')
  const without = await lead.post(`${file}/service`, {
    line: '2',
    service: 'Tree management',
    reach: 'words',
    words: '',
  })
  expect(without.statusCode).toBe(422)
  expect(without.body).toContain('Write the words that stand in the titles')
  await lead.post(`${file}/service`, {
    line: '2',
    service: 'Tree management',
    reach: 'words',
    words: 'POLISHING',
  })
  expect((await servicesOf(lead, file)).slice(0, 4)).toEqual([
    'Widget polishing; Tree management; said by the council',
    'Widget polishing; Tree management; said by the council',
    'Sundry rounds; Tree management; said by the council',
    'Street lighting columns; Street lighting; by its title',
  ])
  expect((await lead.get(`${file}/service?line=99`)).statusCode).toBe(404)
  const other = await leadOf(app, 'surrey-county-council')
  expect((await other.get(`${file}/service?line=2`)).statusCode).toBe(404)
  expect((await other.post(`${file}/services`, {})).statusCode).toBe(404)
}, 60_000)

test('three councils whose contracts for a revenues system end within nine months make a window of its service', async () => {
  const app = await testApp()
  const registers: [string, string, string][] = [
    [leeds, 'Revenues and Benefits System', '31/03/2028'],
    ['kirklees-council', 'Revs & Bens software - support and maintenance', '30/06/2028'],
    ['adur-district-council', 'REVENUES & BENEFITS HOSTED SYSTEM', '30/11/2028'],
  ]
  for (const [slug, title, end] of registers) {
    const lead = await leadOf(app, slug)
    const file = await bring(lead, slug, [headings, row('R1', title, 'Finance', end)].join('\n'))
    await lead.post(`${file}/taking-in`, { which: 'good' })
  }
  const { body } = await app.get('/horizon/service-58/2028-03-31')
  for (const said of [
    'Council tax account enquiries',
    'Leeds City Council',
    'Kirklees Council',
    'Adur District Council',
  ])
    expect(body).toContain(said)
}, 60_000)
