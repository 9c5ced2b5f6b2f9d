import { describe, expect, test } from 'vitest'
import { collaborate, joinCollaboration } from '#test/collaborating.ts'
import { subjectsTo, trust } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

const beginning = { purpose: 'Crews see by noon which bins were missed.', visibility: 'partners' }

describe('a collaboration', () => {
  test('is begun by a lead of who takes part in a project of two or more', async () => {
    const app = await testApp()
    const { address, owner, partner } = await collaborate(app, { isBegun: false })
    const path = `${address}/collaboration`
    const colleague = await app.signedIn({ of: 'leeds-city-council' })
    const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
    expect((await owner.get(address)).body).toContain('Begin a collaboration')
    expect((await colleague.get(`${path}/new`)).body).toContain('a lead of it begins this')
    expect((await colleague.post(path, beginning)).statusCode).toBe(409)
    expect((await stranger.get(`${path}/new`)).statusCode).toBe(404)
    expect((await stranger.post(path, beginning)).statusCode).toBe(404)
    expect((await partner.get(path)).statusCode).toBe(404)

    const refused = await owner.post(path, { ...beginning, purpose: '' })
    expect([refused.statusCode, refused.body.includes('Write what you mean to do together')]).toEqual([
      422,
      true,
    ])
    expect((await owner.post(path, beginning)).statusCode).toBe(303)
    expect((await partner.post(path, beginning)).statusCode).toBe(409)
  })

  test('needs a second organisation', async () => {
    const app = await testApp()
    const { address, owner } = await collaborate(app, { isBegun: false, partners: [] })
    const page = await owner.get(`${address}/collaboration/new`)
    expect(page.body).toContain('A collaboration needs two organisations')
    expect((await owner.post(`${address}/collaboration`, beginning)).statusCode).toBe(409)
  })

  test('is joined by the yes of a lead of each, who was told by mail', async () => {
    const app = await testApp()
    const { address, path, owner, partner } = await collaborate(app, { areJoined: false })
    const member = await app.signedIn({ of: 'adur-district-council' })
    expect(await subjectsTo(app, partner.email)).toContain('Join the collaboration on Fewer missed bins?')
    expect((await partner.get(path)).headers.location).toBe(`${path}/joining`)
    expect((await partner.get('/my')).body).toContain('Join the collaboration on')
    expect((await partner.get(address)).body).toContain('See the collaboration')
    expect((await member.get(`${path}/joining`)).body).toContain(
      'A lead of Adur District Council answers this',
    )
    expect((await member.post(`${path}/joining`, { answer: 'join' })).statusCode).toBe(403)
    expect((await owner.post(`${path}/joining`, { answer: 'join' })).statusCode).toBe(409)

    expect((await partner.post(`${path}/joining`, { answer: '' })).statusCode).toBe(422)
    await joinCollaboration(partner, path, ['tests'])
    expect((await member.get(path)).body).toContain('Tests with its residents and staff')
    expect(await subjectsTo(app, owner.email)).toContain(
      'Adur District Council has joined the collaboration on Fewer missed bins',
    )
    expect((await partner.post(`${path}/joining`, { answer: 'decline' })).statusCode).toBe(409)
  })

  test('can be declined, and asked again', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app, { areJoined: false })
    await partner.post(`${path}/joining`, { answer: 'decline' })
    expect((await partner.get(path)).statusCode).toBe(404)
    const partners = `${path}/partners`
    expect((await owner.get(partners)).body).toContain('Ask Adur District Council to join')
    await owner.post(partners, { organisation: partner.organisationId! })
    expect((await partner.get(`${path}/joining`)).statusCode).toBe(200)
    expect((await owner.post(partners, { organisation: partner.organisationId! })).statusCode).toBe(409)
  })

  test('is left by a lead, and by whoever leaves the project', async () => {
    const app = await testApp()
    const { path, owner, partner, requestPath } = await collaborate(app)
    const member = await app.signedIn({ of: 'adur-district-council' })
    expect((await member.post(`${path}/leaving`)).statusCode).toBe(403)
    expect((await partner.post(`${path}/leaving`)).statusCode).toBe(303)
    expect((await member.get(path)).statusCode).toBe(404)
    await owner.post(`${path}/partners`, { organisation: partner.organisationId! })
    await joinCollaboration(partner, path)
    expect((await partner.get(path)).statusCode).toBe(200)
    await owner.post(`${requestPath}/ending`)
    expect((await partner.get(path)).statusCode).toBe(404)
    expect((await owner.get(path)).body).not.toContain('Adur District Council')
  })
})

describe('what stands in a collaboration', () => {
  test.each([
    ['public', [200, 200, 200]],
    ['public-sector', [404, 404, 200]],
    ['partners', [404, 404, 404]],
  ])('is seen by %s only', async (visibility, expected) => {
    const app = await testApp()
    const { path, address, partner } = await collaborate(app, { form: { visibility } })
    const supplier = await app.signedIn({ of: 'idox', role: 'lead' })
    const council = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
    const codes = [await app.get(path), await supplier.get(path), await council.get(path)]
    expect(codes.map(({ statusCode }) => statusCode)).toEqual(expected)
    const shown = [await app.get(address), await supplier.get(address), await council.get(address)]
    expect(shown.map(({ body }) => body.includes('See the collaboration'))).toEqual(
      expected.map(code => code === 200),
    )
    expect((await partner.get(path)).statusCode).toBe(200)
  })

  test('and is for partners is not for curators', async () => {
    const app = await testApp()
    const { path } = await collaborate(app)
    const curator = await app.signedIn({ duties: ['curator'] })
    expect((await curator.get(path)).statusCode).toBe(404)
  })

  test('can be reported by who reads it, and withheld from all but its partners', async () => {
    const app = await testApp()
    const { path, address, partner } = await collaborate(app, { form: { visibility: 'public' } })
    const curator = await app.signedIn({ duties: ['curator'] })
    const { id } = await app.db.selectFrom('collaboration').select('id').executeTakeFirstOrThrow()
    expect((await app.get(path)).body).toContain('Report something wrong')
    await curator.post(`/moderation/cases/collaboration/${id}/withholding`, {
      withholding: 'It names a person.',
    })
    expect((await app.get(path)).statusCode).toBe(404)
    expect((await app.get(address)).body).not.toContain('See the collaboration')
    expect([(await partner.get(path)).statusCode, (await curator.get(path)).statusCode]).toEqual([200, 200])
  })

  test('leads to where each partner works, as far as each link says', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app, { form: { visibility: 'public' } })
    await trust(app, partner)
    const links = `${path}/links`
    const board = { title: 'Our board', href: 'https://boards.example/missed-bins', visibility: 'partners' }
    const refused = await owner.post(links, { ...board, href: 'javascript:alert(1)' })
    expect(refused.body).toContain('Give an address that begins with https://')
    expect((await owner.post(links, board)).statusCode).toBe(303)
    await partner.post(links, { title: 'Our code', href: 'https://code.example/', visibility: 'public' })
    const forAll = (await app.get(path)).body
    expect([forAll.includes('Our code'), forAll.includes('Our board')]).toEqual([true, false])
    expect((await partner.get(path)).body).toContain('Our board')
    const { id } = await app.db
      .selectFrom('collaboration_link')
      .select('id')
      .where('title', '=', 'Our board')
      .executeTakeFirstOrThrow()
    expect((await partner.post(`${links}/${id}/removal`)).statusCode).toBe(404)
    expect((await owner.post(`${links}/${id}/removal`)).statusCode).toBe(303)
    expect((await partner.get(path)).body).not.toContain('Our board')
  })

  test('says what it is for, and what each does', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await partner.post(`${path}/roles`, { roles: ['builds', 'pays'] })
    await owner.post(`${path}/about`, { purpose: 'Missed bins are known at noon.', visibility: 'public' })
    const widened = 'More people see the collaboration on Fewer missed bins'
    expect(await subjectsTo(app, partner.email)).toContain(widened)
    expect(await subjectsTo(app, owner.email)).not.toContain(widened)
    await owner.post(`${path}/about`, { purpose: 'Missed bins are known at noon.', visibility: 'public' })
    expect((await subjectsTo(app, partner.email)).filter(subject => subject === widened)).toHaveLength(1)
    const { body } = await app.get(path)
    expect(body).toContain('Missed bins are known at noon.')
    expect(body).toContain('Designs and builds, Pays a share')
    const member = await app.signedIn({ of: 'adur-district-council' })
    expect((await member.post(`${path}/about`, beginning)).statusCode).toBe(403)
  })
})
