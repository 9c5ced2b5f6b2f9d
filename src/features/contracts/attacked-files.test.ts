import { expect, test } from 'vitest'
import { handClock, testApp } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'

const path = '/organisations/leeds-city-council/contracts'
const about = { source: 'Contracts register', as_of: '1 October 2026', url: '' }

type App = Awaited<ReturnType<typeof testApp>>
type Signed = Awaited<ReturnType<App['signedIn']>>

const leadOf = (app: App) => app.signedIn({ of: 'leeds-city-council', role: 'lead' })

const send = (lead: Signed, content: string | Buffer) =>
  lead.postFile(`${path}/import`, about, { field: 'file', name: 'register.csv', content })

async function preview(lead: Signed, content: string) {
  const sent = await send(lead, content)
  expect(sent.statusCode).toBe(303)
  return String(sent.headers.location)
}

const takeInFile = (lead: Signed, file: string) => lead.post(`${file}/taking-in`, { which: 'good' })

const register = (...suppliers: string[]) =>
  [
    'Contract Title,Supplier Name,Start Date,End Date',
    ...suppliers.map((supplier, at) => `Contract ${at + 1},"${supplier}",01/04/2024,31/03/2027`),
  ].join('\n')

/** The field of a supplier in the page of a file. */
async function fieldOf(lead: Signed, file: string, name: string): Promise<string> {
  const { body } = await lead.get(file)
  const field = new RegExp(`for="(supplier-\\w+)"[^>]*>\\s*${name}`).exec(body)?.[1]
  expect(field).toBeDefined()
  return String(field)
}

const pagesNamed = (app: App, name: string) =>
  app.db.selectFrom('organisation').select(['id', 'slug']).where('name', '=', name).execute()

test('contacts of people are left out of every cell that is shown', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const contact = 'jane.secret@acme.test 07700 900123'
  const file = await preview(
    lead,
    [
      'Contract Ref,Contract Title,Description,Supplier Name,Department,Procurement Route,Extension,Start Date,End Date',
      `R ${contact},Lifts ${contact},All ${contact},"Acme Lifts Ltd, call ${contact}",Housing ${contact},Open ${contact},Ask ${contact},01/04/2024,31/03/2027`,
    ].join('\n'),
  )
  await takeInFile(lead, file)
  const { id } = await app.db
    .selectFrom('contract')
    .select('id')
    .where('source_name', '=', 'Contracts register')
    .executeTakeFirstOrThrow()
  for (const page of [`/contracts/${id}`, `${path}.csv`]) {
    const { body } = await app.get(page)
    expect(body).toContain('Acme Lifts Ltd')
    expect(body).toContain('Housing [left out]')
    expect(body).not.toMatch(/secret|07700|900123/)
  }
  expect(await pagesNamed(app, 'Acme Lifts Ltd')).toHaveLength(1)
  for (const table of ['contract', 'contract_statement', 'contract_import_line'] as const)
    expect(JSON.stringify(await app.db.selectFrom(table).selectAll().execute())).not.toMatch(/secret|07700/)
})

test('a name in a cell that cannot be read stands in no remark, and long cells are quoted short', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const long = 'about as long as it takes to build '.repeat(8)
  const file = await preview(
    lead,
    [
      'Contract Title,Supplier Name,Department,Start Date,End Date,Contract Ref',
      'Tuition by Rachael Placeholder,Rachael Placeholder,Placeholder Rachael,01/04/2024,Rachael Placeholder,Rachael Placeholder',
      `Lifts,Acme Lifts Ltd,Housing,01/04/2024,${long},L-1`,
    ].join('\n'),
  )
  await takeInFile(lead, file)
  const lines = await app.db.selectFrom('contract_import_line').selectAll().execute()
  expect(lines.map(({ outcome }) => outcome)).toEqual(['added', 'added'])
  expect(JSON.stringify(lines)).not.toMatch(/placeholder/i)
  expect(JSON.stringify(lines)).not.toContain(long.slice(0, 100))
  expect(JSON.stringify(await app.db.selectFrom('contract').selectAll().execute())).not.toMatch(
    /placeholder/i,
  )
})

test('a name that could be a person’s is shown only once a lead says that it is an organisation’s', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const people = ['Agnieszka Kowalska', 'PLACEHOLDER JANE', 'Placeholder, J', 'Jane Placeholder t/a Sparkle']
  const file = await preview(lead, register(...people, 'Bleepco Wombat', 'Bright Path'))
  const answered = await lead.post(`${file}/suppliers`, {
    [await fieldOf(lead, file, 'Bleepco Wombat')]: 'new',
    [await fieldOf(lead, file, 'Agnieszka Kowalska')]: '',
  })
  expect(answered.statusCode).toBe(303)
  await takeInFile(lead, file)
  for (const page of [path, `${path}.csv`, '/contracts']) {
    const { body } = await app.get(page)
    for (const shown of ['An individual', 'Bleepco Wombat', 'Bright Path']) expect(body).toContain(shown)
    expect(body).not.toMatch(/kowalska|placeholder|sparkle/i)
  }
  expect(await pagesNamed(app, 'Bleepco Wombat')).toHaveLength(1)
  const lines = await app.db.selectFrom('contract_import_line').selectAll().execute()
  expect(JSON.stringify(lines)).not.toMatch(/kowalska|placeholder|sparkle/i)
})

test('from the command line a name that could be a person’s is not kept, and the line says so', async () => {
  const app = await testApp()
  const text = register('Agnieszka Kowalska', 'Example Lifts Ltd')
  const { lines } = await takeIn(app.db, { format: 'register', text, whose: 'LDS' })
  expect(lines[0]!.remarks.join()).toContain('may be a person')
  const { body } = await app.get(path)
  expect(body).toContain('An individual')
  expect(body).toContain('Example Lifts Ltd')
  expect(body).not.toContain('Kowalska')
})

test('of files that wait together the first gives a supplier its page, and the others find it', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const files = []
  for (const at of [1, 2, 3])
    files.push(await preview(lead, register('Zebra Vets Limited').replace('Contract 1', `Vets ${at}`)))
  for (const file of files) expect((await takeInFile(lead, file)).statusCode).toBe(303)
  expect(await pagesNamed(app, 'Zebra Vets Limited')).toHaveLength(1)
  const { body } = await app.get('/organisations/zebra-vets-limited/contracts')
  for (const at of [1, 2, 3]) expect(body).toContain(`Vets ${at}`)
})

test('nobody makes a new supplier of a name that is listed, or of a council’s', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const { supplierField } = await import('./bringing-form.ts')
  for (const [name, key] of [
    ['dxw', 'dxw'],
    ['Surrey County Council', 'surrey county council'],
    ['Allerdale Borough Council', 'allerdale borough council'],
  ] as const) {
    const before = await pagesNamed(app, name)
    const file = await preview(lead, register(name))
    const answer = await lead.post(`${file}/suppliers`, { [supplierField(key)]: 'new' })
    expect(answer.statusCode).toBe(409)
    await takeInFile(lead, file)
    expect(await pagesNamed(app, name)).toEqual(before)
  }
})

test('a supplier that becomes part of another while a file waits is taken for the other', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  await takeInFile(lead, await preview(lead, register('Zebra Vets Limited', 'Acme Kennels Ltd')))
  const file = await preview(lead, register('Zebra Vets Limited').replace('Contract 1', 'Vaccines'))
  const curator = await app.signedIn({ duties: ['curator'] })
  const merged = await curator.post('/organisations/zebra-vets-limited/merging', {
    into: 'Acme Kennels Ltd',
    reason: 'It is the same company',
    seen: 'yes',
  })
  expect(merged.statusCode).toBe(303)
  const meant = async () =>
    (
      await app.db
        .selectFrom('contract_import_supplier')
        .innerJoin('organisation', 'organisation.id', 'organisation_id')
        .select('slug')
        .where('import_id', '=', String(file.split('/').at(-1)))
        .execute()
    ).map(({ slug }) => slug)
  expect(await meant()).toEqual(['acme-kennels-ltd'])
  await curator.post('/organisations/zebra-vets-limited/merging/undoing')
  expect(await meant()).toEqual(['zebra-vets-limited'])
  await curator.post('/organisations/zebra-vets-limited/merging', {
    into: 'Acme Kennels Ltd',
    reason: 'It is the same company after all',
    seen: 'yes',
  })
  await takeInFile(lead, file)
  expect((await app.get('/organisations/acme-kennels-ltd/contracts')).body).toContain('Vaccines')
})

test('a line that cannot be kept is left out with the reason, and the others go in', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead, register('Example Lifts Ltd', 'Example Doors Ltd'))
  await app.db
    .updateTable('contract_import_line')
    .set(({ fn, val }) => ({
      said: fn('jsonb_set', ['said', val('{ends_on}'), val('"+011023-12"')]) as never,
    }))
    .where('position', '=', 0)
    .execute()
  expect((await takeInFile(lead, file)).statusCode).toBe(303)
  const { body } = await lead.get(file)
  expect(body).toContain('Gives a day before 1900 or after 2199')
  expect(body).toContain('Taken in')
  expect((await app.get(path)).body).toContain('Example Doors Ltd')
})

test('a file that was broken off half way can be undone', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead, register('Example Lifts Ltd'))
  await takeInFile(lead, file)
  await app.db.updateTable('contract_import').set({ state: 'taking-in', taken_in_at: null }).execute()
  expect((await lead.get(file)).body).toContain(`${file}/undoing`)
  expect((await lead.get(`${file}/undoing`)).statusCode).toBe(200)
  await lead.post(`${file}/undoing`, { sure: 'yes' })
  expect((await app.get(path)).body).toContain('There are no contracts yet')
})

test('five files of an organisation wait at once, and a sixth once one is forgotten', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const lead = await leadOf(app)
  const files = []
  for (let at = 0; at < 5; at += 1) files.push(await preview(lead, register('Example Lifts Ltd')))
  clock.forward(61_000)
  const refused = await send(lead, register('Example Lifts Ltd'))
  expect([refused.statusCode, refused.body.includes('5 files wait to be taken in')]).toEqual([422, true])
  await lead.post(`${files[0]}/removal`)
  expect((await send(lead, register('Example Lifts Ltd'))).statusCode).toBe(303)
})

test('of two files that are read at once only as many are kept as may wait', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  for (let at = 0; at < 4; at += 1) await preview(lead, register('Example Lifts Ltd'))
  const both = await Promise.all([1, 2].map(() => send(lead, register('Example Lifts Ltd'))))
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
  const waiting = app.db.selectFrom('contract_import').select('id').where('state', '=', 'previewed')
  expect(await waiting.execute()).toHaveLength(5)
})

const head = 'Contract Title,Supplier Name,Start Date,End Date,Department'
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
const nul = '\u0000'

test.each([
  [
    'NUL',
    `${head.replace('Department', `Dep${nul}t`)}\nLi${nul}fts,Example Ltd,wh${nul}en,31/03/2027,x\n`,
    'Lifts',
  ],
  [
    'half characters',
    utf16(`${head}\nLif\ud800ts,Ex\udc00 Ltd,01/04/2024,31/03/2027,Hou\ud800\n`),
    'Lif\ufffdts',
  ],
  [
    'signs that turn the order',
    `${head}\nLifts \u202eexe,Ex\u200bample Ltd,01/04/2024,31/03/2027,x\n`,
    'Lifts exe',
  ],
  ['Windows-1252', Buffer.from(`${head}\nCaf\xe9,Example Ltd,01/04/2024,31/03/2027,x\n`, 'latin1'), 'Café'],
])('a file with %s is looked at and taken in', async (_, content, title) => {
  const app = await testApp()
  const lead = await leadOf(app)
  const sent = await lead.postFile(`${path}/import`, about, { field: 'file', name: `a${nul}.csv`, content })
  const file = String(sent.headers.location)
  expect((await lead.get(file)).statusCode).toBe(200)
  expect((await takeInFile(lead, file)).statusCode).toBe(303)
  const kept = app.db.selectFrom('contract').select('title').where('source_name', '=', 'Contracts register')
  expect(await kept.execute()).toEqual([{ title }])
})

test('a company whose name looks like another’s in letters of two alphabets gets no page', async () => {
  const app = await testApp()
  const lead = await leadOf(app)
  const file = await preview(lead, register('Surrey Wom\u0431ats Ltd', 'Acme Kennels Ltd'))
  await takeInFile(lead, file)
  expect(await pagesNamed(app, 'Acme Kennels Ltd')).toHaveLength(1)
  expect(await pagesNamed(app, 'Surrey Wom\u0431ats Ltd')).toEqual([])
})
