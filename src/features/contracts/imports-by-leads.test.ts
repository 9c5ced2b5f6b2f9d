import { expect, test } from 'vitest'
import { cookieOf } from '#test/people.ts'
import { testApp } from '#test/support.ts'

const path = '/organisations/leeds-city-council/contracts'

const register = [
  'Contract Ref,Contract Title,Supplier Name,Start Date,End Date,Contract Value,Contract Manager',
  'C-1,Kennels for stray dogs,Acme Kennels Ltd,01/04/2024,31/03/2027,"£12,500.50",Pat Placeholder',
  'C-2,Dog wardens service,Zebra Vets Limited,1 April 2025,Ongoing,"8,000",Pat Placeholder',
  'C-3,Tuition at home,Rachael Placeholder,01/09/2025,31/08/2026,900,Pat Placeholder',
  'C-4,Planning software,Dxw Digital,01/01/2025,31/12/2028,100000,Pat Placeholder',
  'C-5,Gritting,=cmd|calc,32/13/2025,31/12/2028,1,Pat Placeholder',
].join('\r\n')

type App = Awaited<ReturnType<typeof testApp>>
type Signed = Awaited<ReturnType<App['signedIn']>>

const about = { source: 'Contracts register', as_of: '1 October 2026', url: '' }

const send = (lead: Signed, content: string, name = 'register.csv') =>
  lead.postFile(`${path}/import`, about, { field: 'file', name, content })

async function preview(lead: Signed, content = register) {
  const sent = await send(lead, content)
  expect(sent.statusCode).toBe(303)
  return String(sent.headers.location)
}

const leadOf = (app: App) => app.signedIn({ of: 'leeds-city-council', role: 'lead' })

test('a lead sees every line before anything goes in, takes it in, and undoes all of it', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead)
  const seen = (await lead.get(file)).body
  for (const said of [
    'Kennels for stray dogs',
    '1 April 2024 to 31 March 2027',
    '£12,500.50',
    'Who the suppliers are (3)',
  ])
    expect(seen).toContain(said)
  expect(seen).not.toContain('Pat Placeholder')
  expect((await app.get(path)).body).toContain('There are no contracts yet')

  expect((await lead.post(`${file}/taking-in`, { which: 'good' })).statusCode).toBe(303)
  const done = (await lead.get(file)).body
  expect(done).toContain('Taken in')
  const list = (await app.get(path)).body
  for (const said of [
    'Kennels for stray dogs',
    'Acme Kennels Ltd',
    'goes on until somebody ends it',
    'An individual',
  ])
    expect(list).toContain(said)
  expect(list).not.toContain('Rachael')
  expect((await app.get('/organisations/acme-kennels-ltd/contracts')).body).toContain(
    'Kennels for stray dogs',
  )

  expect((await lead.get(`${file}/undoing`)).body).toContain('Undo Contracts register?')
  expect((await lead.post(`${file}/undoing`, { sure: 'yes' })).statusCode).toBe(303)
  expect((await app.get(path)).body).toContain('There are no contracts yet')
  expect((await app.get('/organisations/acme-kennels-ltd')).statusCode).toBe(404)
  expect((await app.get('/organisations/dxw')).statusCode).toBe(200)
  for (const report of [file, `${file}/lines.csv`]) {
    const { body } = await lead.get(report)
    expect(body).toContain('Undone; it was new')
    expect(body).not.toMatch(/(>|,)New(<|,)/)
  }
}, 60_000)

test('names of people are in no table once a file is taken in', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead)
  await lead.post(`${file}/taking-in`, { which: 'good' })
  for (const table of [
    'contract',
    'contract_statement',
    'contract_import_line',
    'contract_import_supplier',
    'contract_import_file',
  ] as const) {
    const rows = await app.db.selectFrom(table).selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('Placeholder')
  }
})

test('the same file again changes nothing, and a newer one says it anew', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  await lead.post(`${await preview(lead)}/taking-in`, { which: 'good' })
  const again = await preview(lead)
  await lead.post(`${again}/taking-in`, { which: 'good' })
  expect((await lead.get(`${again}/lines.csv`)).body).not.toMatch(/,(New|Said anew),/)
  const contracts = () =>
    app.db.selectFrom('contract').select('id').where('source_name', '=', 'Contracts register').execute()
  const before = await contracts()
  const newer = await lead.postFile(
    `${path}/import`,
    { ...about, as_of: '1 November 2026' },
    {
      field: 'file',
      name: 'register.csv',
      content: register.replace('31/03/2027', '30/09/2029'),
    },
  )
  await lead.post(`${newer.headers.location}/taking-in`, { which: 'good' })
  expect(await contracts()).toHaveLength(before.length)
  expect((await app.get(path)).body).toContain('ends 30 September 2029')
})

test('columns that were told apart wrongly are put right, and remembered', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const odd =
    'Contract Title,Supplier,Start Date,End Date,Gubbins\nKennels for stray dogs,Acme Kennels Ltd,01/04/2024,31/03/2027,Dog wardens\n'
  const file = await preview(lead, odd)
  expect((await lead.get(file)).body).toContain('4 of 5 are read')
  const columns = {
    'column-0': 'title',
    'column-1': 'supplier',
    'column-2': 'starts',
    'column-3': 'ends',
    'column-4': 'department',
  }
  const twice = await lead.post(`${file}/columns`, { ...columns, 'column-4': 'title' })
  expect(twice.statusCode).toBe(422)
  expect(twice.body).toContain('Two columns cannot both be “Title of the contract”')
  expect((await lead.post(`${file}/columns`, columns)).headers.location).toBe(file)
  expect((await lead.get(file)).body).toContain('5 of 5 are read')
  await lead.post(`${file}/taking-in`, { which: 'all' })
  const { id } = await app.db
    .selectFrom('contract')
    .select('id')
    .where('title', '=', 'Kennels for stray dogs')
    .executeTakeFirstOrThrow()
  expect((await app.get(`/contracts/${id}`)).body).toContain('Dog wardens')
  expect((await lead.get(await preview(lead, odd))).body).toContain('5 of 5 are read')
})

test('a register with headings that nobody knows is told apart by its lead, and is known from then on', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const foreign = [
    'Teitl,Cyflenwr,Dechrau,Gorffen,Pwy',
    'Kennels for <b>dogs</b>,Acme Kennels Ltd,01/04/2024,31/03/2027,Pat Placeholder',
    'Dog wardens service,Zebra Vets Limited,01/04/2025,31/03/2028,pat@placeholder.test',
  ].join('\n')
  const file = await preview(lead, foreign)
  const { body } = await lead.get(file)
  for (const said of ['No line can go in with these columns', 'Such as Kennels for &lt;b>dogs', 'Gorffen'])
    expect(body).toContain(said)
  expect(body).not.toMatch(/<b>dogs|placeholder/i)
  const columns = { 'column-0': 'title', 'column-1': 'supplier', 'column-2': 'starts', 'column-3': 'ends' }
  expect((await lead.post(`${file}/columns`, columns)).headers.location).toBe(file)
  expect((await lead.get(file)).body).toContain('31 March 2028')
  await lead.post(`${file}/taking-in`, { which: 'all' })
  expect((await app.get(path)).body).toContain('Dog wardens service')
  expect((await lead.get(await preview(lead, foreign))).body).toContain('4 of 5 are read')
})

test('the row with the headings is another where the lead says so', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const titled = [
    'Contract Title,Supplier Name,Start Date,End Date',
    'Beth,Pwy,O,I',
    'Kennels,Acme Kennels Ltd,01/04/2024,31/03/2027',
  ].join('\n')
  const file = await preview(lead, titled)
  expect((await lead.get(file)).body).toContain('As found: Row 1: Contract Title')
  await lead.post(`${file}/columns`, { headings: '0:2' })
  const { body } = await lead.get(file)
  expect(body).toMatch(/<option value="0:2" selected>Row 2: Beth/)
  expect(body).toMatch(/<label[^>]*for="column-0"[^>]*>\s*Beth/)
  await lead.post(`${file}/columns`, { headings: '0:2', 'column-0': 'title', 'column-1': 'supplier' })
  expect((await lead.get(file)).body).toContain('1 line')
  await lead.post(`${file}/columns`, { headings: '' })
  expect((await lead.get(file)).body).toContain('As found: Row 1')
})

test('a supplier that may be another is asked about, and taken for whom the lead says from then on', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead)
  const { body } = await lead.get(file)
  const field = /name="(supplier-\w+)"[^>]*>(?:(?!<\/select>).)*It is dxw/s.exec(body)?.[1]
  const id = /<option value="([^"]+)"[^>]*>It is dxw</.exec(body)?.[1]
  expect(field).toBeDefined()
  const answers = [
    await lead.post(`${file}/suppliers`, { [String(field)]: String(id) }),
    await lead.post(`${file}/taking-in`, { which: 'good' }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect((await app.get('/organisations/dxw/contracts')).body).toContain('Planning software')
  expect((await lead.get(await preview(lead))).body).toContain('All are decided')
})

test('all or nothing takes nothing in when a line cannot be read', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead, `${register}\r\nC-9,,,,,,\r\n,Total,,,,99999,\r\n`)
  const refused = await lead.post(`${file}/taking-in`, { which: 'all' })
  expect([refused.statusCode, refused.body.includes('Nothing was taken in')]).toEqual([422, true])
  expect((await app.get(path)).body).toContain('There are no contracts yet')
})

test('a file that is none, too large or not there is refused with what was typed', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  for (const content of ['', 'just words', '%PDF-1.4', '\u0000\u0001']) {
    const refused = await send(lead, content)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('value="1 October 2026"')
    expect(refused.body).toContain('Choose the file again: the browser has not kept it')
  }
  expect((await send(lead, 'x'.repeat(11 * 1024 * 1024))).statusCode).toBe(413)
  const withoutFile = await lead.post(`${path}/import`, about)
  expect(withoutFile.body).toContain('Choose the file of the register')
})

test('nobody but leads of the council and curators finds its files', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead)
  const curator = await app.signedIn({ duties: ['curator'] })
  expect((await curator.get(file)).statusCode).toBe(200)
  for (const standing of [
    { of: 'leeds-city-council' },
    { of: 'adur-district-council', role: 'lead' },
    {},
  ] as const) {
    const other = await app.signedIn(standing)
    for (const page of [`${path}/import`, `${path}/imports`, file, `${file}/lines.csv`, `${file}/undoing`])
      expect((await other.get(page)).statusCode).toBe(404)
    for (const act of ['columns', 'suppliers', 'removal', 'taking-in', 'undoing'])
      expect((await other.post(`${file}/${act}`, { which: 'good', sure: 'yes' })).statusCode).toBe(404)
    expect(
      (await other.postFile(`${path}/import`, about, { field: 'file', name: 'a.csv', content: register }))
        .statusCode,
    ).toBe(404)
  }
  expect((await lead.get(file.replace('leeds-city-council', 'adur-district-council'))).statusCode).toBe(404)
})

test('a file that nobody takes in is forgotten after two days', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead)
  const { forgetPreviews } = await import('./schedules.ts')
  const run = (hours: number) =>
    forgetPreviews.run(app.db, {
      clock: { now: () => new Date(app.clock.now().getTime() + hours * 3_600_000) },
    } as never)
  await run(47)
  expect((await lead.get(file)).statusCode).toBe(200)
  await run(49)
  expect((await lead.get(file)).statusCode).toBe(404)
  expect(await app.db.selectFrom('contract_import_line').select('line').execute()).toEqual([])
})

test('the report of lines neutralises what a spreadsheet would take for a formula', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead, register.replace('Kennels for stray dogs', '=HYPERLINK(1)'))
  const { body } = await lead.get(`${file}/lines.csv`)
  expect(body).toContain("'=HYPERLINK(1)")
  expect(body).not.toMatch(/(^|,)=/m)
  await lead.post(`${file}/taking-in`, { which: 'good' })
  for (const list of [`${path}.csv`, '/contracts.csv?q=HYPERLINK']) {
    const csv = (await app.get(list)).body
    expect(csv).toContain("'=HYPERLINK(1)")
    expect(csv).not.toMatch(/(^|,)=/m)
  }
})

test('a file is refused without the token of the form, in too many parts, and where no file is taken', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = { field: 'file', name: 'register.csv', content: register }
  const parts = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`field-${at}`, 'x']))
  expect((await lead.postFile(`${path}/import`, { ...about, ...parts }, file)).statusCode).toBe(413)
  const tokenless = await app.app.inject({
    method: 'POST',
    url: `${path}/import`,
    payload: '--x\r\nContent-Disposition: form-data; name="source"\r\n\r\na\r\n--x--\r\n',
    headers: { 'content-type': 'multipart/form-data; boundary=x', ...cookieOf(lead.key()) },
  })
  expect(tokenless.statusCode).toBe(403)
  expect((await lead.postFile('/report', {}, file)).statusCode).toBe(415)
  const visitor = await app.freshBrowser().postFile(`${path}/import`, about, file)
  expect([visitor.statusCode, visitor.headers.location]).toEqual([303, '/sign-in'])
})
