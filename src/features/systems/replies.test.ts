import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

const product = '/products/idox-public-access'
const form = `${product}/reply`
const words = 'The release of this spring does that.'

async function withSupplier() {
  const app = await testApp()
  const supplier = await app.signedIn({ of: 'idox' })
  const curator = await app.signedIn({ of: 'adur-district-council', duties: ['curator'] })
  const newest = async () =>
    (
      await app.db
        .selectFrom('supplier_reply_version')
        .select('id')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
    ).id
  const release = async () => curator.post(`/moderation/cases/supplier-reply/${await newest()}/release`)
  return { ...app, supplier, curator, newest, release }
}

describe('the supplier of a product', () => {
  test('alone may reply: nobody else finds where', async () => {
    const { get, signedIn, supplier } = await withSupplier()
    expect((await get(form)).headers.location).toContain('/sign-in')
    const rival = await signedIn({ of: 'civica', role: 'lead' })
    expect((await rival.get(form)).statusCode).toBe(404)
    expect((await rival.post(form, { words })).statusCode).toBe(404)
    expect((await rival.get(product)).body).not.toContain(form)
    expect((await supplier.get(product)).body).toContain(`href="${form}"`)
    expect((await supplier.get(form)).statusCode).toBe(200)
  })

  test('is read by a curator before anyone else reads the reply, each time', async () => {
    const { get, supplier, curator, newest, release } = await withSupplier()
    await supplier.post(form, { words })
    expect((await get(product)).body).not.toContain(words)
    const held = `/replies/${await newest()}`
    expect((await get(held)).statusCode).toBe(404)
    expect((await curator.get(held)).body).toContain(words)
    expect((await supplier.get(held)).body).toContain('waits for a curator')
    await release()
    const { body } = await get(product)
    expect(body).toContain('Reply of the supplier')
    expect(body).toContain(words)

    const later = 'And that of autumn does more.'
    await supplier.post(form, { words: later })
    expect((await get(product)).body).toContain(words)
    expect((await get(product)).body).not.toContain(later)
    await release()
    expect((await get(product)).body).toContain(later)
    expect((await get('/organisations/idox')).body).toContain(later)
  })

  test('is warned of contacts and prices, and of words that are too many', async () => {
    const { supplier, db } = await withSupplier()
    const answer = await supplier.post(form, {
      words: 'Ring Jo Smith on 01632 960123 for a price of £500 a month.',
    })
    expect(answer.body).toContain('Look again before you publish')
    expect((await supplier.post(form, { words: 'a'.repeat(1501) })).statusCode).toBe(422)
    expect(await db.selectFrom('supplier_reply').selectAll().execute()).toEqual([])
  })

  test('replies to what is said of one council, beside it', async () => {
    const { get, supplier, release, db } = await withSupplier()
    const system = await db
      .selectFrom('system')
      .innerJoin('organisation', 'organisation.id', 'organisation_id')
      .innerJoin('product', 'product.id', 'product_id')
      .select(['system.id', 'system.source_name'])
      .where('organisation.slug', '=', 'leeds-city-council')
      .where('product.slug', '=', 'idox-public-access')
      .executeTakeFirstOrThrow()
    const at = '/organisations/leeds-city-council/systems'
    expect((await supplier.get(at)).body).toContain(`${form}/${system.id}`)
    const { headers } = await supplier.post(`${form}/${system.id}`, { words })
    expect(headers.location).toBe(`${at}?done=reply-sent`)
    await release()
    const { body } = await get(at)
    expect(body).toContain(words)
    expect(body).toContain(system.source_name)
    expect((await get(product)).body).not.toContain(words)
  })

  test('withdraws its reply, and that is said in its place', async () => {
    const { get, supplier, release, newest } = await withSupplier()
    await supplier.post(form, { words })
    await release()
    await supplier.post(`${form}/withdrawal`)
    const { body } = await get(product)
    expect(body).not.toContain(words)
    expect(body).toContain('withdrew its reply on 21 November 2026')
    expect((await get(`/replies/${await newest()}`)).statusCode).toBe(404)
  })

  test('has a reply taken down that was reported, and everyone reads why', async () => {
    const { get, supplier, curator, newest, release } = await withSupplier()
    await supplier.post(form, { words })
    await release()
    const about = `/moderation/cases/supplier-reply/${await newest()}`
    await curator.post(`${about}/withholding`, { withholding: 'It advertises.' })
    const { body } = await get(product)
    expect(body).not.toContain(words)
    expect(body).toContain('It advertises.')
  })
})
