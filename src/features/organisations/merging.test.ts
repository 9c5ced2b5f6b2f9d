import { describe, expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { testApp } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'

const path = '/organisations/civica/merging'
const form = { into: 'Idox', reason: 'It was bought.', seen: 'yes' }

async function withCurator() {
  const app = await testApp()
  return { ...app, curator: await app.signedIn({ duties: ['curator'] }) }
}

describe('a supplier that became part of another', () => {
  test('is merged by curators alone', async () => {
    const { get, signedIn, curator } = await withCurator()
    expect((await get(path)).statusCode).toBe(404)
    const lead = await signedIn({ of: 'civica', role: 'lead' })
    expect((await lead.get(path)).statusCode).toBe(404)
    expect((await lead.post(path, form)).statusCode).toBe(404)
    expect((await curator.get('/organisations/leeds-city-council/merging')).statusCode).toBe(404)
    expect((await curator.get(path)).statusCode).toBe(200)
  })

  test('shows what will change before anything does', async () => {
    const { get, curator } = await withCurator()
    const { body } = await curator.post(path, { into: 'Idox', reason: 'It was bought.' })
    expect(body).toContain('What will change')
    expect(body).toContain('3 products move to Idox')
    expect((await get('/organisations/civica')).statusCode).toBe(200)
    expect((await curator.post(path, { into: 'Leeds City Council', reason: 'No.' })).statusCode).toBe(422)
    expect((await curator.post(path, { ...form, into: 'Civica' })).statusCode).toBe(422)
  })

  test('leads to the other, with its products and names', async () => {
    const { get, curator, drain } = await withCurator()
    await curator.post(path, form)
    await drain()
    const { statusCode, headers } = await get('/organisations/civica')
    expect([statusCode, headers.location]).toEqual([301, '/organisations/idox'])
    const { body } = await get('/organisations/idox')
    expect(body).toContain('Reason: It was bought.')
    expect(body).toContain('ModernGov')
    expect((await get('/products/moderngov')).body).toContain('href="/organisations/idox"')
    expect((await get('/organisations')).body).not.toContain('>Civica<')
    expect((await get('/search?q=civica')).body).not.toContain('href="/organisations/civica"')
  })

  test('stands by itself again when the merge is taken back', async () => {
    const { get, db, curator } = await withCurator()
    const names = () =>
      db
        .selectFrom('organisation_name')
        .innerJoin('organisation', 'organisation.id', 'organisation_id')
        .select(['slug', 'organisation_name.kind', 'organisation_name.name'])
        .where('slug', 'in', ['civica', 'idox'])
        .orderBy('slug')
        .orderBy('organisation_name.name')
        .orderBy('organisation_name.kind')
        .execute()
    const before = await names()
    await curator.post(path, form)
    expect(await names()).not.toEqual(before)
    expect((await curator.get(path)).body).toContain('Take the merge back')
    await curator.post(`${path}/undoing`)
    expect(await names()).toEqual(before)
    expect((await get('/organisations/civica')).body).toContain('ModernGov')
    expect((await curator.post(`${path}/undoing`)).statusCode).toBe(409)
  })

  test('is found by curators on its page and that of the other, and on a list of all merges and renames', async () => {
    const { get, curator } = await withCurator()
    const list = '/organisation-merges'
    expect((await get(list)).statusCode).toBe(404)
    expect((await get('/organisations/civica')).body).not.toContain(path)
    expect((await curator.get('/organisations/civica')).body).toContain(`href="${path}"`)
    expect((await curator.get('/organisations/leeds-city-council')).body).not.toContain('/merging')
    expect((await curator.get('/my')).body).toContain(`href="${list}"`)
    await curator.post(path, form)
    await curator.post('/products/moderngov/name', { name: 'ModernGov Cloud', reason: 'Its new name.' })
    const { body } = await curator.get('/organisations/idox')
    expect(body).toContain(`href="${path}"`)
    expect((await get('/organisations/idox')).body).not.toContain(path)
    const listed = (await curator.get(list)).body
    for (const said of ['It was bought.', `href="${path}"`, '“ModernGov” is called “ModernGov Cloud” now'])
      expect(listed).toContain(said)
    await curator.post(`${path}/undoing`)
    expect((await curator.get(list)).body).toContain('taken back on 21 November 2026')
    expect((await curator.get('/organisations/idox')).body).not.toContain(path)
  })

  test('can be the one that stays instead', async () => {
    const { curator } = await withCurator()
    const { body } = await curator.post(path, { into: 'Idox', reason: 'It was bought.' })
    expect(body).toContain('href="/organisations/idox/merging?into=civica"')
    expect((await curator.get('/organisations/idox/merging?into=civica')).body).toContain('value="civica"')
  })

  test('is taken back only before the other becomes part of a third', async () => {
    const { get, curator } = await withCurator()
    await curator.post(path, form)
    await curator.post('/organisations/idox/merging', { ...form, into: 'dxw' })
    const waiting = (await curator.get(path)).body
    expect(waiting).toContain('take that back first')
    expect(waiting).not.toContain('/undoing')
    const { statusCode, body } = await curator.post(`${path}/undoing`)
    expect(statusCode).toBe(409)
    expect(body).toContain('Idox has become part of dxw since')
    await curator.post('/organisations/idox/merging/undoing')
    expect((await get('/products/moderngov')).body).toContain('href="/organisations/idox"')
    expect((await curator.post(`${path}/undoing`)).statusCode).toBe(303)
    expect((await get('/organisations/civica')).body).toContain('ModernGov')
  })

  test('leaves there what the other replied to itself, and takes back only what it took', async () => {
    const { db, curator, signedIn } = await withCurator()
    const ids = await Promise.all(
      ['civica', 'idox'].map(of => signedIn({ of }).then(({ organisationId }) => organisationId!)),
    )
    const products = await db.selectFrom('product').select('id').orderBy('id').limit(2).execute()
    const [shared, own] = products.map(({ id }) => id)
    const reply = (organisation_id: string, product_id: string) => ({
      id: newId(),
      organisation_id,
      product_id,
      created_at: new Date('2026-11-20T12:00:00Z'),
    })
    await db
      .insertInto('supplier_reply')
      .values([reply(ids[0]!, shared!), reply(ids[0]!, own!), reply(ids[1]!, shared!)])
      .execute()
    const repliesOf = async () =>
      (
        await db
          .selectFrom('supplier_reply')
          .innerJoin('organisation', 'organisation.id', 'organisation_id')
          .select(['slug', 'product_id'])
          .execute()
      )
        .map(({ slug, product_id }) => `${slug} ${product_id === shared ? 'shared' : 'own'}`)
        .toSorted()
    expect((await curator.post(path, { ...form, seen: '' })).body).toContain('2 replies move to Idox')
    await curator.post(path, form)
    expect(await repliesOf()).toEqual(['civica shared', 'idox own', 'idox shared'])
    await curator.post(`${path}/undoing`)
    expect(await repliesOf()).toEqual(['civica own', 'civica shared', 'idox shared'])
  })

  test('is not brought back, nor the other renamed, by a file that still lists it', async () => {
    const { get, db, curator } = await withCurator()
    await curator.post(path, form)
    const text = 'id,name,other_names,kind\ncivica,Civica UK,,supplier\n'
    await takeIn(db, {
      format: 'other-organisations',
      text,
      source: { name: 'A newer list', asOf: '2026-11-21' },
    })
    expect((await get('/organisations/civica')).statusCode).toBe(301)
    expect((await get('/organisations/idox')).body).toContain('<h1 class="govuk-heading-xl">Idox</h1>')
  })
})
