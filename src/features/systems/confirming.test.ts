import { describe, expect, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { testApp } from '#test/support.ts'
import { typedFrom } from './confirmation-form.ts'
import { listFormSystems } from './contract-queries.ts'

const path = '/organisations/leeds-city-council/systems/edit'
const page = '/organisations/leeds-city-council/systems'

type Fields = Record<string, string>

/** The site with a lead of Leeds, and the form as it is first shown to them. */
async function withLead() {
  const app = await testApp()
  const lead = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
  const own = () => listFormSystems(app.db, lead.organisationId!, '2026-11-21')
  const fields = async () => typedFrom(await own(), '2000-01-01') as Fields
  const systemNamed = async (name: string) => (await own()).find(({ product }) => product === name)!
  return { ...app, lead, own, fields, systemNamed }
}

const stateOf = (db: Db, id: string) =>
  db.selectFrom('system').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('who confirms', () => {
  test('a visitor is led to sign in, a member and a lead of another council are told who may', async () => {
    const { get, signedIn } = await testApp()
    expect((await get(path)).headers.location).toContain('/sign-in')
    for (const standing of [
      { of: 'leeds-city-council', role: 'member' },
      { of: 'adur-district-council', role: 'lead' },
    ] as const) {
      const person = await signedIn(standing)
      expect((await person.get(path)).body).toContain('is said by those who lead it here')
      expect((await person.post(path, {})).statusCode).toBe(403)
    }
  })

  test('nobody for a supplier: its lead finds no form, is shown no way to one, and nothing is kept', async () => {
    const { db, signedIn } = await testApp()
    const lead = await signedIn({ of: 'idox', role: 'lead' })
    const theirs = '/organisations/idox/systems'
    const { id } = await db
      .updateTable('system')
      .set({ organisation_id: lead.organisationId! })
      .where(({ selectFrom, eb }) => eb('id', '=', selectFrom('system').select('id').orderBy('id').limit(1)))
      .where('state', '=', 'unconfirmed')
      .returning('id')
      .executeTakeFirstOrThrow()
    expect((await lead.get(`${theirs}/edit`)).statusCode).toBe(404)
    expect(
      (
        await lead.post(
          `${theirs}/edit`,
          typedFrom(await listFormSystems(db, lead.organisationId!, '2026-11-21'), '2000-01-01') as Fields,
        )
      ).statusCode,
    ).toBe(404)
    expect(await stateOf(db, id)).toMatchObject({ state: 'unconfirmed' })
    const { statusCode, body } = await lead.get(theirs)
    expect(statusCode).toBe(200)
    for (const page of [body, (await lead.get('/organisations/idox')).body, (await lead.get('/my')).body])
      expect(page).not.toContain(`${theirs}/edit`)
  })
})

describe('one form for the whole list', () => {
  test('confirms everything as it is filled in, with one button', async () => {
    const { lead, own, fields } = await withLead()
    const before = await own()
    expect(before.length).toBeGreaterThan(2)
    const { statusCode, headers } = await lead.post(path, await fields())
    expect([statusCode, headers.location]).toEqual([303, `${page}?done=systems-confirmed`])
    const after = await own()
    expect(after).toHaveLength(before.length)
    for (const { state, confirmed_on, source_name, confirmed_by } of after)
      expect({ state, confirmed_on, source_name, confirmed_by }).toEqual({
        state: 'confirmed',
        confirmed_on: '2026-11-21',
        source_name: 'Leeds City Council, on Pipeline',
        confirmed_by: lead.personId,
      })
  })

  test('does not offer to confirm unread what a source said two years ago or more', async () => {
    const { lead, systemNamed } = await withLead()
    const { body } = await lead.get(path)
    const chosen = async (name: string) =>
      new RegExp(`name="answer-${(await systemNamed(name)).id}"[^>]*value="(\\w[\\w-]*)"[^>]*checked`).exec(
        body,
      )?.[1]
    expect(await chosen('GOV.UK Notify')).toBe('leave')
    expect(await chosen('Idox Public Access')).toBe('so')
  })

  test('does not offer to confirm unread what a source says with doubt', async () => {
    const { db, lead, systemNamed } = await withLead()
    const { id } = await systemNamed('Idox Public Access')
    await db.updateTable('system').set({ confidence: 'low' }).where('id', '=', id).execute()
    expect((await lead.get(path)).body).toMatch(
      new RegExp(`name="answer-${id}"[^>]*value="leave"[^>]*checked`),
    )
  })

  test('corrects product, service and opinion of one, ends another, adds a third', async () => {
    const { db, get, lead, own, fields, systemNamed } = await withLead()
    const modern = await systemNamed('ModernGov')
    const idox = await systemNamed('Idox Public Access')
    const { headers } = await lead.post(path, {
      ...(await fields()),
      [`product-${modern.id}`]: 'cmis',
      [`satisfaction-${modern.id}`]: '4',
      [`move-${modern.id}`]: 'maybe',
      [`band-${modern.id}`]: '10k-50k',
      [`answer-${idox.id}`]: 'not-used',
      'product-new-1': 'Uniform',
      'service-new-1': '516',
    })
    expect(headers.location).toContain('done=systems-confirmed')
    const corrected = (await own()).find(({ id }) => id === modern.id)
    expect(corrected).toMatchObject({
      product: 'CMIS',
      satisfaction: 4,
      would_move: 'maybe',
      value_band: '10k-50k',
    })
    expect(await stateOf(db, idox.id)).toMatchObject({ state: 'not-used' })
    expect(await systemNamed('Uniform')).toMatchObject({ state: 'confirmed', service_id: 516 })
    const { body } = await get(page)
    expect(body).toContain('Not used any more: said')
    expect(body).toContain('4: satisfied')
    // What the list of others said stays, beside what the council says.
    expect(body).toContain('DemocracyClub/LGSF on GitHub')
  })

  test('a refused form comes back filled, says what is wrong, and nothing of it is kept', async () => {
    const { lead, own, fields } = await withLead()
    const before = await own()
    const [first] = before
    const answer = await lead.post(path, {
      ...(await fields()),
      [`ends-${first!.id}`]: '31 February 2027',
      'product-new-1': 'Something for finance',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Write a day that exists')
    expect(answer.body).toContain('Write the service that it is run for')
    expect(answer.body).toContain('value="31 February 2027"')
    expect(answer.body).toContain('value="Something for finance"')
    expect(await own()).toEqual(before)
  })

  test('the same product twice for one service is refused', async () => {
    const { lead, own, fields } = await withLead()
    const before = await own()
    const answer = await lead.post(path, {
      ...(await fields()),
      'product-new-1': 'Uniform',
      'service-new-1': '516',
      'product-new-2': 'uniform',
      'service-new-2': '516',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('say it once')
    expect(await own()).toEqual(before)
  })

  test('two rows may change places', async () => {
    const { lead, own, fields } = await withLead()
    const add = {
      'product-new-1': 'Uniform',
      'service-new-1': '516',
      'product-new-2': 'CMIS',
      'service-new-2': '516',
    }
    await lead.post(path, { ...(await fields()), ...add })
    const uniform = (await own()).find(({ product }) => product === 'Uniform')!
    const cmis = (await own()).find(({ product }) => product === 'CMIS')!
    const { statusCode } = await lead.post(path, {
      ...(await fields()),
      [`product-${uniform.id}`]: 'CMIS',
      [`product-${cmis.id}`]: 'Uniform',
    })
    expect(statusCode).toBe(303)
    expect((await own()).find(({ id }) => id === uniform.id)!.product).toBe('CMIS')
  })

  test('days go the way of all contracts, and are corrected there', async () => {
    const { db, get, lead, own, fields, systemNamed } = await withLead()
    const { id } = await systemNamed('ModernGov')
    await lead.post(path, {
      ...(await fields()),
      [`starts-${id}`]: '1 April 2024',
      [`ends-${id}`]: '31 March 2028',
      [`extends-${id}`]: '31/3/2030',
    })
    const linked = (await own()).find(each => each.id === id)!
    expect(linked).toMatchObject({ starts_on: '2024-04-01', ends_on: '2028-03-31', extends_to: '2030-03-31' })
    await lead.post(path, {
      ...(await fields()),
      [`starts-${id}`]: '2 April 2024',
      [`ends-${id}`]: '31 March 2029',
    })
    const contracts = await db
      .selectFrom('contract')
      .select(['id', 'ends_on', 'is_confirmed', 'supplier_as_published'])
      .where('organisation_id', '=', lead.organisationId!)
      .execute()
    expect(contracts).toEqual([
      { id: linked.contract_id, ends_on: '2029-03-31', is_confirmed: true, supplier_as_published: 'Civica' },
    ])
    expect((await get('/products/moderngov')).body).toContain('31 March 2029')
  })

  test('what is left as it is stays unconfirmed', async () => {
    const { db, lead, fields, systemNamed } = await withLead()
    const { id } = await systemNamed('ModernGov')
    await lead.post(path, { ...(await fields()), [`answer-${id}`]: 'leave' })
    expect(await stateOf(db, id)).toMatchObject({ state: 'unconfirmed', confirmed_on: null })
  })

  test('systems of another council are not reached by their ids', async () => {
    const { db, lead, fields } = await withLead()
    const other = await db
      .selectFrom('system')
      .innerJoin('organisation', 'organisation.id', 'organisation_id')
      .select('system.id')
      .where('organisation.slug', '=', 'adur-district-council')
      .executeTakeFirstOrThrow()
    await lead.post(path, { ...(await fields()), [`answer-${other.id}`]: 'not-used' })
    expect(await stateOf(db, other.id)).toMatchObject({ state: 'unconfirmed' })
  })
})

describe('a product that nobody named before', () => {
  const finance = { 'product-new-1': 'Ledgerline', 'service-new-1': '516' }

  test('is shown to its council alone until a curator has read it, with its contract too', async () => {
    const { get, lead, fields, signedIn } = await withLead()
    await lead.post(path, { ...(await fields()), ...finance, 'ends-new-1': '31/3/2028' })
    for (const open of ['/horizon?by=product', '/horizon/contracts.csv', '/contracts', '/services/516'])
      expect([open, (await get(open)).body.includes('Ledgerline')]).toEqual([open, false])
    expect((await get('/contracts')).body).toContain('System for Planning decision notices')
    expect((await lead.get(page)).body).toContain('Ledgerline')
    expect((await get(page)).body).not.toContain('Ledgerline')
    expect((await get('/products/ledgerline')).statusCode).toBe(404)
    expect((await get('/systems?product=ledgerline')).body).toContain('No system fits')
    const curator = await signedIn({ of: 'adur-district-council', duties: ['curator'] })
    expect((await curator.get('/products/ledgerline')).body).toContain('waits for a curator')
  })

  test('can be confirmed again while it waits, and is shown once released', async () => {
    const { db, get, lead, fields, signedIn } = await withLead()
    await lead.post(path, { ...(await fields()), ...finance })
    const again = await lead.post(path, { ...(await fields()), ...finance })
    expect(again.statusCode).toBe(422)
    const { id } = await db
      .selectFrom('product')
      .select('id')
      .where('slug', '=', 'ledgerline')
      .executeTakeFirstOrThrow()
    const curator = await signedIn({ of: 'adur-district-council', duties: ['curator'] })
    await curator.post(`/moderation/cases/product/${id}/release`)
    expect((await get(page)).body).toContain('Ledgerline')
  })
})

describe('what is confirmed', () => {
  test('is said in figures only once three councils have said it', async () => {
    const { get, signedIn, db } = await testApp()
    const councils = ['adur-district-council', 'aberdeen-city-council', 'aberdeenshire-council']
    for (const [at, of] of councils.entries()) {
      const lead = await signedIn({ of, role: 'lead' })
      const systems = await listFormSystems(db, lead.organisationId!, '2026-11-21')
      const { id } = systems.find(({ product }) => product === 'ModernGov')!
      const fields = typedFrom(systems, '2000-01-01') as Fields
      await lead.post(`/organisations/${of}/systems/edit`, {
        ...fields,
        [`satisfaction-${id}`]: String(at + 2),
      })
      const { body } = await get('/products/moderngov')
      expect(body.includes('3.0 of 5')).toBe(at === 2)
    }
  })
})
