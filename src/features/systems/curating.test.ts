import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

async function withCurator() {
  const app = await testApp()
  return { ...app, curator: await app.signedIn({ duties: ['curator'] }) }
}

describe('a product that is renamed', () => {
  const rename = { name: 'ModernGov Cloud', reason: 'The supplier calls it so now.' }

  test('has its old address lead to the new one for good, and its old name found', async () => {
    const { get, curator, drain } = await withCurator()
    await curator.post('/products/moderngov/name', rename)
    await curator.post('/products/moderngov-cloud/name', { ...rename, name: 'ModernGov X' })
    for (const old of ['moderngov', 'moderngov-cloud']) {
      const { statusCode, headers } = await get(`/products/${old}`)
      expect([statusCode, headers.location]).toEqual([301, '/products/moderngov-x'])
    }
    const { body } = await get('/products/moderngov-x')
    expect(body).toContain('Also called ModernGov, ModernGov Cloud')
    expect(body).toContain(
      'renamed from “ModernGov” to “ModernGov Cloud”. Reason: The supplier calls it so now.',
    )
    await drain()
    expect((await get('/search?q=moderngov')).body).toContain('/products/moderngov-x')
  })

  test('may have back the name and address that it had', async () => {
    const { get, curator } = await withCurator()
    await curator.post('/products/moderngov/name', rename)
    await curator.post('/products/moderngov-cloud/name', { name: 'ModernGov', reason: 'It was wrong.' })
    expect((await get('/products/moderngov')).statusCode).toBe(200)
    expect((await get('/products/moderngov-cloud')).headers.location).toBe('/products/moderngov')
  })

  test('does not take the name of another, nor an address that another had', async () => {
    const { get, curator } = await withCurator()
    expect((await curator.post('/products/moderngov/name', { name: 'cmis', reason: 'No.' })).statusCode).toBe(
      409,
    )
    await curator.post('/products/moderngov/name', rename)
    await curator.post('/products/cmis/name', { name: 'Modern Gov', reason: 'A test.' })
    expect((await get('/products/moderngov')).headers.location).toBe('/products/moderngov-cloud')
    expect((await get('/products/modern-gov')).statusCode).toBe(200)
  })

  test('is renamed by nobody but a curator, and never without a reason', async () => {
    const { signedIn, curator, get } = await withCurator()
    const lead = await signedIn({ of: 'civica', role: 'lead' })
    expect((await lead.post('/products/moderngov/name', rename)).statusCode).toBe(404)
    expect((await curator.post('/products/moderngov/name', { name: 'Other' })).statusCode).toBe(422)
    expect((await get('/products/moderngov')).statusCode).toBe(200)
  })
})

describe('a product that is given to another supplier', () => {
  test('stands on its page, with the reason, and lets it reply', async () => {
    const { get, signedIn, curator } = await withCurator()
    const former = await signedIn({ of: 'civica' })
    const next = await signedIn({ of: 'idox' })
    const moved = { supplier: 'Idox', reason_to_move: 'Sold on 1 November.' }
    expect((await curator.post('/products/moderngov/supplier', moved)).headers.location).toContain(
      'product-moved',
    )
    expect((await get('/organisations/idox')).body).toContain('/products/moderngov"')
    expect((await get('/organisations/civica')).body).not.toContain('/products/moderngov"')
    expect((await get('/products/moderngov')).body).toContain(
      'moved from Civica to Idox. Reason: Sold on 1 November.',
    )
    expect((await former.get('/products/moderngov/reply')).statusCode).toBe(404)
    expect((await next.get('/products/moderngov/reply')).statusCode).toBe(200)
  })

  test('is given to no council and to nobody unknown', async () => {
    const { curator } = await withCurator()
    for (const supplier of ['Leeds City Council', 'Nobody at all'])
      expect(
        (await curator.post('/products/moderngov/supplier', { supplier, reason_to_move: 'No.' })).statusCode,
      ).toBe(422)
  })
})
