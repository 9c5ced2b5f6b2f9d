import { describe, expect, test } from 'vitest'
import { agree } from '#test/agreeing.ts'
import { collaborate } from '#test/collaborating.ts'
import { trust } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

const asVisitor = { of: 'kent-county-council' }

describe('what a partner shows to others than the partners', () => {
  test('is looked at first where nothing of it was: a link', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app, { form: { visibility: 'public' } })
    const stranger = await app.signedIn(asVisitor)
    const link = { title: 'Zebrawood board', href: 'https://boards.example', visibility: 'partners' }
    await partner.post(`${path}/links`, link)
    expect((await stranger.get(path)).statusCode).toBe(200)
    await partner.post(`${path}/links`, { ...link, visibility: 'public' })
    expect((await stranger.get(path)).statusCode).toBe(404)
    expect((await owner.get(path)).statusCode).toBe(200)
  })

  test('and so is what a decision of others came to, in its words', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app, { form: { visibility: 'public' } })
    const stranger = await app.signedIn(asVisitor)
    const asking = { title: 'Two depots', way: 'vote', answer_by: '15 January 2027', visibility: 'public' }
    await owner.post(`${path}/decisions`, asking)
    for (const lead of [owner, partner]) await lead.post(`${path}/decisions/1/answers`, { answer: 'for' })
    expect((await stranger.get(`${path}/decisions/1`)).statusCode).toBe(200)
    await partner.post(`${path}/decisions/1/outcome`, { result: 'agreed', outcome: 'Zebrawood.' })
    expect((await stranger.get(`${path}/decisions/1`)).statusCode).toBe(404)
    expect((await stranger.get(path)).statusCode).toBe(200)
  })

  test('and so is an agreement that it shows; who was released shows it at once', async () => {
    const app = await testApp()
    const { path, owner, partner, version } = await agree(app, { collaboration: 'public' })
    const stranger = await app.signedIn(asVisitor)
    const shown = { visibility: 'public' }
    await owner.post(`${path}/agreement/terms`, shown)
    expect((await stranger.get(version)).statusCode).toBe(200)
    await partner.post(`${path}/agreement/terms`, shown)
    expect((await stranger.get(version)).statusCode).toBe(404)
    await app.db.deleteFrom('moderation_hold').execute()
    await trust(app, partner)
    await partner.post(`${path}/agreement/terms`, shown)
    expect((await stranger.get(version)).statusCode).toBe(200)
  })

  test('is an address without a name or password before the host', async () => {
    const app = await testApp()
    const { path, owner } = await collaborate(app)
    const link = { title: 'Our board', visibility: 'partners' }
    for (const href of [
      'https://www.gov.uk@evil.example/',
      'https://officer:hunter2@boards.example/',
      'https://:x@boards.example/',
      'javascript:alert(1)',
      'data:text/html,x',
    ]) {
      const { statusCode, body } = await owner.post(`${path}/links`, { ...link, href })
      expect([href, statusCode, body.includes('Our board')]).toEqual([href, 422, true])
    }
    await owner.post(`${path}/links`, { ...link, href: 'https://boards.example/@team' })
    expect((await owner.get(path)).body).toContain('href="https://boards.example/@team"')
  })
})
