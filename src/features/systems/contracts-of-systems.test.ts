import { describe, expect, test } from 'vitest'
import { insertContracts } from '#test/made-contracts.ts'
import { testApp } from '#test/support.ts'
import { typedFrom } from './confirmation-form.ts'
import { listFormSystems } from './contract-queries.ts'

const path = '/organisations/leeds-city-council/systems/edit'
const by = 'leeds-city-council'

type Fields = Record<string, string>

/** The site with a lead of Leeds, who runs ModernGov of Civica, and the form as it is shown to them. */
async function withLead() {
  const app = await testApp()
  const { db } = app
  const lead = await app.signedIn({ of: by, role: 'lead' })
  const own = () => listFormSystems(db, lead.organisationId!, '2026-11-21')
  const modern = async () => (await own()).find(({ product }) => product === 'ModernGov')!
  const { id } = await modern()
  const send = async (fields: Fields) => {
    const shown = typedFrom(await own(), '2000-01-01') as Fields
    return lead.post(path, { ...shown, ...fields })
  }
  const contracts = () =>
    db
      .selectFrom('contract')
      .select(['id', 'title', 'ends_on', 'starts_on', 'value_pounds', 'is_confirmed'])
      .where('organisation_id', '=', lead.organisationId!)
      .orderBy('id')
      .execute()
  const brings = async (rows: string[], as_of = '1 October 2026') => {
    const { headers } = await lead.postFile(
      `/organisations/${by}/contracts/import`,
      { source: 'Contracts register', as_of },
      {
        field: 'file',
        name: 'register.csv',
        content: ['Reference,Title,Supplier,Start Date,End Date,Value', ...rows].join('\n'),
      },
    )
    const { headers: to } = await lead.post(`${headers.location}/taking-in`, { which: 'good' })
    await app.drain()
    return String(to.location ?? headers.location)
  }
  return { ...app, lead, own, modern, id, send, contracts, brings }
}

const moderngov = { by, supplier: 'civica', title: 'ModernGov licence and hosting', endsOn: '2028-03-31' }

/** The options of the field that asks which contract a system is run under, the chosen one with a star. */
function optionsOf(body: string, id: string) {
  const select = new RegExp(`<select[^>]*name="contract-${id}".*?</select>`, 's').exec(body)?.[0] ?? ''
  return [...select.matchAll(/<option([^>]*)>([^<]*)</g)].map(
    ([, attributes, label]) => `${attributes!.includes('selected') ? '*' : ''}${label}`,
  )
}

describe('which contract a system is run under', () => {
  test('is asked among those of its supplier, the ones that name it first, then those for its service, the only one chosen', async () => {
    const { db, clock, lead, id } = await withLead()
    await insertContracts(db, clock, [
      { by, supplier: 'civica', title: 'Income management', endsOn: '2029-01-31' },
      { by, supplier: 'civica', title: 'Committee papers', serviceId: 358, endsOn: '2027-01-31' },
      moderngov,
      { by, supplier: 'dxw', title: 'Something else', endsOn: '2029-01-31' },
      { ...moderngov, by: 'kirklees-council' },
    ])
    expect(optionsOf((await lead.get(path)).body, id)).toEqual([
      '*ModernGov licence and hosting, Civica, ends 31 March 2028',
      'Committee papers, Civica, ends 31 January 2027',
      'Income management, Civica, ends 31 January 2029',
      'None of these',
    ])
    expect((await lead.get(path)).body).toContain('Contract: ModernGov licence and hosting, Civica')
  })

  test('is not chosen for anyone where two of its supplier name it', async () => {
    const { db, clock, lead, id } = await withLead()
    await insertContracts(db, clock, [moderngov, { ...moderngov, title: 'Webcasts', endsOn: '2029-03-31' }])
    const chosen = async () =>
      optionsOf((await lead.get(path)).body, id).filter(label => label.startsWith('*'))
    expect(await chosen()).toHaveLength(1)
    await insertContracts(db, clock, [{ ...moderngov, title: 'modern.gov support' }])
    expect(await chosen()).toEqual([])
    expect(optionsOf((await lead.get(path)).body, id)[0]).toBe('Choose a contract')
  })

  test('confirmed as it stands is linked, and nothing new is said of it', async () => {
    const { db, clock, send, contracts, modern } = await withLead()
    const [known] = await insertContracts(db, clock, [moderngov])
    const before = await contracts()
    expect((await send({})).statusCode).toBe(303)
    expect(await contracts()).toEqual(before)
    expect(await modern()).toMatchObject({ linked_contract_id: known, ends_on: '2028-03-31' })
  })

  test('has an end that is stated as its newest, keeps what its register said, and is one in the horizon', async () => {
    const { get, id, send, contracts, modern, brings } = await withLead()
    await brings(['C-9,ModernGov licence,Civica,01/04/2024,31/03/2028,12500'])
    const [known] = await contracts()
    await send({ [`ends-${id}`]: '30 June 2028' })
    expect(await contracts()).toEqual([
      {
        id: known!.id,
        title: 'ModernGov licence',
        starts_on: '2024-04-01',
        ends_on: '2028-06-30',
        value_pounds: 12500,
        is_confirmed: true,
      },
    ])
    expect((await modern()).linked_contract_id).toBe(known!.id)
    const { body } = await get(`/contracts/${known!.id}`)
    expect(body).toContain('31 March 2028')
    expect(body).toContain('30 June 2028')
    const lines = (await get('/horizon/contracts.csv')).body.split('\n')
    expect(lines.filter(line => line.includes('ModernGov'))).toHaveLength(1)
  })

  test('is one of its own where none of those on offer is meant', async () => {
    const { db, clock, id, send, contracts } = await withLead()
    const [known] = await insertContracts(db, clock, [moderngov])
    await send({ [`contract-${id}`]: 'none', [`ends-${id}`]: '30 June 2029' })
    expect((await contracts()).map(({ ends_on }) => ends_on)).toEqual(['2028-03-31', '2029-06-30'])
    expect((await contracts())[0]!.id).toBe(known)
  })

  test('keeps its own days when only the choice changes', async () => {
    const { db, clock, id, send, contracts, modern } = await withLead()
    const [, other] = await insertContracts(db, clock, [
      moderngov,
      { by, supplier: 'civica', title: 'All of Civica', endsOn: '2030-01-31' },
    ])
    const before = await contracts()
    await send({ [`contract-${id}`]: other! })
    expect(await contracts()).toEqual(before)
    expect(await modern()).toMatchObject({ linked_contract_id: other, ends_on: '2030-01-31' })
  })

  test('of another council cannot be named', async () => {
    const { db, clock, id, send, contracts, modern } = await withLead()
    const [elsewhere] = await insertContracts(db, clock, [{ ...moderngov, by: 'kirklees-council' }])
    await send({ [`contract-${id}`]: elsewhere!, [`ends-${id}`]: '30 June 2029' })
    expect((await modern()).linked_contract_id).not.toBe(elsewhere)
    expect(await contracts()).toHaveLength(1)
    const there = await db.selectFrom('contract').select('ends_on').where('id', '=', elsewhere!).execute()
    expect(there).toEqual([{ ends_on: '2028-03-31' }])
  })

  test('is asked of a system that is added with its end, before a second one is made', async () => {
    const { db, clock, send, contracts, own } = await withLead()
    const [known] = await insertContracts(db, clock, [
      { by, supplier: 'idox', title: 'Idox Uniform', endsOn: '2027-03-31' },
    ])
    const uniform = { 'product-new-1': 'Uniform', 'service-new-1': '516', 'ends-new-1': '31 May 2027' }
    const refused = await send(uniform)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Say which contract this is')
    const [first, ...others] = optionsOf(refused.body, 'new-1')
    expect([first, others.at(-1)]).toEqual(['*Idox Uniform, Idox, ends 31 March 2027', 'None of these'])
    expect((await send({ ...uniform, 'contract-new-1': known! })).statusCode).toBe(303)
    expect(await contracts()).toMatchObject([{ id: known, ends_on: '2027-05-31' }])
    expect((await own()).find(({ product }) => product === 'Uniform')).toMatchObject({
      linked_contract_id: known,
    })
  })

  test('may be that of two systems, which give it the same days', async () => {
    const { db, clock, id, send, contracts, own } = await withLead()
    const [known] = await insertContracts(db, clock, [moderngov])
    const more = { 'product-new-1': 'ModernGov', 'service-new-1': '516', 'contract-new-1': known! }
    const refused = await send({
      ...more,
      [`ends-${id}`]: '30 June 2028',
      'ends-new-1': '30 June 2029',
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('gives the same contract other days')
    await send({ ...more, [`ends-${id}`]: '30 June 2028', 'ends-new-1': '30 June 2028' })
    expect(await contracts()).toMatchObject([{ id: known, ends_on: '2028-06-30' }])
    expect((await own()).filter(({ linked_contract_id }) => linked_contract_id === known)).toHaveLength(2)
  })
})

describe('a contract that was stated here, and that a register brings later', () => {
  const row = 'C-9,ModernGov licence,Civica,01/04/2024,31/03/2028,12500'

  test('is one with it: the old address leads there, and both say what they said', async () => {
    const { get, id, send, contracts, modern, brings } = await withLead()
    await send({ [`ends-${id}`]: '31 March 2028', [`extends-${id}`]: '31 March 2030' })
    const [stated] = await contracts()
    await brings([row])
    const [one, ...others] = await contracts()
    expect(others).toEqual([])
    expect(one).toMatchObject({
      title: 'ModernGov licence',
      starts_on: '2024-04-01',
      ends_on: '2028-03-31',
      value_pounds: 12500,
    })
    expect(one!.id).not.toBe(stated!.id)
    expect(await modern()).toMatchObject({ linked_contract_id: one!.id, extends_to: '2030-03-31' })
    const { statusCode, headers } = await get(`/contracts/${stated!.id}`)
    expect([statusCode, headers.location]).toEqual([301, `/contracts/${one!.id}`])
    const { body } = await get(`/contracts/${one!.id}`)
    expect(body).toContain('Leeds City Council, on Pipeline')
    expect(body).toContain('Contracts register')
    const lines = (await get('/horizon/contracts.csv')).body.split('\n')
    expect(lines.filter(line => line.includes('ModernGov'))).toHaveLength(1)
  })

  test('stays as it was stated when the register is undone', async () => {
    const { db, lead, id, send, contracts, modern, brings } = await withLead()
    await send({ [`ends-${id}`]: '31 March 2028' })
    await brings([row])
    const file = await db
      .selectFrom('contract_import')
      .select('id')
      .where('format', '=', 'register')
      .execute()
    const undone = await lead.post(`/organisations/${by}/contracts/imports/${file[0]!.id}/undoing`, {
      sure: 'yes',
    })
    expect(undone.statusCode).toBe(303)
    const [one, ...others] = await contracts()
    expect(others).toEqual([])
    expect(one).toMatchObject({ ends_on: '2028-03-31', is_confirmed: true })
    expect((await modern()).linked_contract_id).toBe(one!.id)
  })

  test('is left alone where two lines of it could be the one, and joined by whoever says which', async () => {
    const { id, send, contracts, brings } = await withLead()
    await send({ [`ends-${id}`]: '31 March 2028' })
    await brings([row, 'C-10,ModernGov support,Civica,01/04/2025,31/03/2028,900'])
    expect(await contracts()).toHaveLength(3)
    const support = (await contracts()).find(({ title }) => title === 'ModernGov support')!
    await send({ [`contract-${id}`]: support.id })
    expect((await contracts()).map(({ title }) => title).toSorted()).toEqual([
      'ModernGov licence',
      'ModernGov support',
    ])
  })

  test('is left alone where neither start nor end is the same, or the title does not name it', async () => {
    const { id, send, contracts, brings } = await withLead()
    await send({ [`ends-${id}`]: '31 March 2028' })
    await brings([
      'C-9,ModernGov licence,Civica,01/04/2024,30/03/2028,12500',
      'C-10,Income management,Civica,01/04/2024,31/03/2028,12500',
    ])
    expect(await contracts()).toHaveLength(3)
  })
})
