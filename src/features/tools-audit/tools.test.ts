import { describe, expect, test } from 'vitest'
import { exportAsCsv } from '#plumbing/export.ts'
import { trust } from '#test/planning.ts'
import { testApp } from '#test/support.ts'
import { answerField } from './answers-form.ts'
import { reviewTable } from './open-data.ts'

const zoomy = {
  name: 'Zoomy',
  purposes: ['video', 'chat'],
  describes: 'Calls in the browser',
  cost: 'Free for calls of up to forty minutes',
  source: 'Its own pages',
  source_url: 'https://zoomy.example/terms',
}
const review = {
  version: 'In the browser',
  reviewed_on: '20 November 2026',
  rating: '4',
  found: 'Guests came in without an account.',
}

async function withCouncil() {
  const app = await testApp()
  const council = await app.signedIn({ of: 'leeds-city-council' })
  return { ...app, council, trusted: () => trust(app, council) }
}

describe('the register of tools', () => {
  test('begins with what the sources name, marked as not reviewed, and says what is not known', async () => {
    const { get } = await testApp()
    const { body } = await get('/tools')
    for (const name of ['GitHub', 'Slack', 'Trello']) expect(body).toContain(name)
    expect(body).toContain('Not reviewed yet')
    const slack = (await get('/tools/slack')).body
    expect(slack).toContain('Local Digital, C-19 Challenge')
    expect(slack).toContain('Not known')
    expect((await get('/tools?purpose=boards')).body).not.toContain('GitHub')
  })

  test('takes what a council proposes, each word with its source and day, once a curator has read the first', async () => {
    const { get, signedIn, council } = await withCouncil()
    expect((await council.get('/tools/new')).body).toContain('A curator reads this before anyone else')
    const { headers } = await council.post('/tools/new', zoomy)
    expect(headers.location).toBe('/tools/zoomy?done=tool-held')
    expect((await get('/tools/zoomy')).statusCode).toBe(404)
    expect((await get('/tools')).body).not.toContain('Zoomy')
    expect((await council.get('/tools/zoomy')).body).toContain('waits for a curator')
    const curator = await signedIn({ duties: ['curator'] })
    const queue = (await curator.get('/moderation')).body
    const [at] = /\/moderation\/cases\/tool\/[0-9a-f-]+/.exec(queue)!
    await curator.post(`${at}/release`)
    const { body } = await get('/tools/zoomy')
    expect(body).toContain('Free for calls of up to forty minutes')
    expect(body).toContain('href="https://zoomy.example/terms"')
    expect(body).toMatch(/Its own pages<\/a>, <time datetime="2026-11-21">/)
    expect(body).toContain('Proposed by')
  })

  test('warns of names and telephone numbers, and refuses addresses that lead nowhere safe', async () => {
    const { council, db } = await withCouncil()
    const named = { ...zoomy, records: 'Ring Jo Smith on 01632 960123.' }
    expect((await council.post('/tools/new', named)).body).toContain('Look again before you publish')
    const { statusCode, body } = await council.post('/tools/new', {
      ...zoomy,
      address: 'javascript:alert(1)',
    })
    expect(statusCode).toBe(422)
    expect(body).toContain('Write an address that begins with https://')
    expect((await council.post('/tools/new', { ...zoomy, purposes: [] })).body).toContain(
      'Choose at least one thing that it is for',
    )
    expect(await db.selectFrom('tool').select('id').where('name', '=', 'Zoomy').execute()).toEqual([])
  })

  test('takes nothing from a supplier, who reads that public bodies write it', async () => {
    const { signedIn } = await testApp()
    const supplier = await signedIn({ of: 'idox', role: 'lead' })
    for (const path of ['/tools/new', '/tools/slack/reviews/new'])
      expect((await supplier.get(path)).body).toContain('You speak for')
    expect((await supplier.post('/tools/new', zoomy)).statusCode).toBe(404)
    expect((await supplier.post('/tools/slack/reviews/new', review)).statusCode).toBe(404)
  })

  test('is corrected by curators: what they change bears their source, what stands keeps its own', async () => {
    const { get, signedIn } = await testApp()
    const curator = await signedIn({ duties: ['curator'] })
    const form = {
      name: 'Slack',
      purposes: 'chat',
      describes: 'Chat of the LocalGov Digital community, where the fund answered questions',
    }
    await curator.post('/tools/slack/edit', {
      ...form,
      'sign-in': 'An account is needed',
      source: 'Tried it',
    })
    const { body } = await get('/tools/slack')
    expect(body).toMatch(/An account is needed.{0,80}Source: Tried it/)
    expect(body).toMatch(/fund answered questions.{0,200}C-19 Challenge/)
    await curator.post('/tools/slack/edit', { ...form, 'sign-in': '', source: 'It changed' })
    expect((await get('/tools/slack')).body).not.toContain('An account is needed')
  })

  test('added to by a curator shows it at once, and a second of the same name has its own address', async () => {
    const { get, signedIn } = await testApp()
    const curator = await signedIn({ duties: ['curator'] })
    const { headers } = await curator.post('/tools/new', { ...zoomy, name: 'Together' })
    expect(headers.location).toBe('/tools/together-2?done=tool-listed')
    expect((await get('/tools/together-2')).statusCode).toBe(200)
  })
})

describe('a review of a tool', () => {
  test('says which organisation, when, which version and what it found, and no person’s name', async () => {
    const { get, council, trusted } = await withCouncil()
    await trusted()
    const { headers } = await council.post('/tools/slack/reviews/new', review)
    expect(headers.location).toBe('/tools/slack?done=review-published')
    const { body } = await get('/tools/slack')
    for (const said of ['Leeds City Council</a>, 20 November 2026', 'In the browser', '4: works well'])
      expect(body).toContain(said)
    expect(body).toContain('Last reviewed on 20 November 2026 by Leeds City Council')
    expect((await get('/tools')).body).toContain('last reviewed 20 November 2026 by Leeds City Council')
  })

  test('is in the open data once everyone may read it', async () => {
    const { council, trusted, db } = await withCouncil()
    const file = async () => (await Array.fromAsync(exportAsCsv(db, reviewTable))).join('')
    await council.post('/tools/trello/reviews/new', { ...review, found: 'It waits.' })
    await trusted()
    await council.post('/tools/slack/reviews/new', review)
    expect(await file()).toContain(`Leeds City Council,`)
    expect(await file()).toContain(review.found)
    expect(await file()).not.toContain('It waits.')
  })

  test('waits for a curator where it is the first post, and counts nowhere until then', async () => {
    const { get, council } = await withCouncil()
    await council.post('/tools/slack/reviews/new', review)
    expect((await council.get('/tools/slack')).body).toContain(review.found)
    const { body } = await get('/tools/slack')
    expect(body).not.toContain(review.found)
    expect(body).toContain('Not reviewed yet')
  })

  test('is of a day that has been, and warns of names', async () => {
    const { council } = await withCouncil()
    const later = await council.post('/tools/slack/reviews/new', { ...review, reviewed_on: '1 May 2027' })
    expect(later.body).toContain('Write a day that has been')
    const named = await council.post('/tools/slack/reviews/new', { ...review, found: 'Ask jo@example.com.' })
    expect(named.body).toContain('Look again before you publish')
  })

  test('is withdrawn by its own organisation alone, and that is said in its place', async () => {
    const { get, signedIn, council, trusted, db } = await withCouncil()
    await trusted()
    await council.post('/tools/slack/reviews/new', review)
    const { id } = await db.selectFrom('tool_review').select('id').executeTakeFirstOrThrow()
    const other = await signedIn({ of: 'adur-district-council', role: 'lead' })
    expect((await other.post(`/tool-reviews/${id}/withdrawal`)).statusCode).toBe(404)
    await council.post(`/tool-reviews/${id}/withdrawal`)
    const { body } = await get('/tools/slack')
    expect(body).not.toContain(review.found)
    expect(body).toContain('withdrew its review on 21 November 2026')
    expect(body).toContain('Not reviewed yet')
  })
})

describe('elsewhere', () => {
  test('what someone said for their organisation stays when they are erased, without them', async () => {
    const { get, council, trusted, db } = await withCouncil()
    await trusted()
    await council.post('/tools/new', zoomy)
    await council.post('/tools/slack/reviews/new', review)
    const { id } = await db
      .selectFrom('tool')
      .select('id')
      .where('slug', '=', 'slack')
      .executeTakeFirstOrThrow()
    await council.post('/organisations/leeds-city-council/tools/edit', { [answerField(id)]: 'open' })
    const file = (await council.get('/account/data/export')).body
    for (const said of [zoomy.describes, review.found, '"answer": "open"']) expect(file).toContain(said)
    await council.post('/account/data/erasure', { sure: 'yes' })
    for (const table of ['tool_fact', 'tool_review', 'tool_answer'] as const)
      expect(
        await db.selectFrom(table).select('person_id').where('person_id', 'is not', null).execute(),
      ).toEqual([])
    expect((await get('/tools/slack')).body).toContain(review.found)
    expect((await get('/tools/zoomy')).body).toContain(zoomy.describes)
  })

  test('a tool is found by its name, and one that waits is not', async () => {
    const { get, council, signedIn, drain } = await withCouncil()
    const curator = await signedIn({ duties: ['curator'] })
    await curator.post('/tools/new', { ...zoomy, name: 'Slack for calls' })
    await council.post('/tools/new', { ...zoomy, name: 'Slack that waits' })
    await drain()
    const { body } = await get('/search?q=slack')
    expect(body).toContain('href="/tools/slack"')
    expect(body).toContain('href="/tools/slack-for-calls"')
    expect(body).not.toContain('/tools/slack-that-waits')
  })
})
