import { expect, test } from 'vitest'
import { insertContracts, wasteWindow } from '#test/made-contracts.ts'
import { insertOpportunity } from '#test/made-opportunity.ts'
import { publishPlan } from '#test/planning.ts'
import { insertProblem } from '#test/published-problem.ts'
import { testApp } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'

const why = 'The law it tells of has changed.'

async function curating() {
  const app = await testApp()
  const curator = await app.signedIn({ of: 'leeds-city-council', duties: ['curator'] })
  await curator.post('/account/profile', { name: 'Robin Ashdown', isShown: 'yes' })
  const withdraw = (slug: string, version = '1', reason = why) =>
    curator.post(`/guides/${slug}/withdrawal`, { reason, version })
  const putBack = (slug: string) => curator.post(`/guides/${slug}/withdrawal/ending`)
  return { ...app, curator, withdraw, putBack }
}

const pagesOf = (slug: string) => [
  `/guides/${slug}`,
  `/guides/${slug}/history`,
  `/guides/${slug}/versions/1`,
  `/guides/${slug}/copy?words=Bins`,
  `/guides/${slug}/copy.docx`,
  `/guides/${slug}/copy.md?words=Bins`,
]

test('a guide that a curator withdrew is absent to all but curators, and is put back as it was', async () => {
  const { curator, withdraw, putBack, freshBrowser, signedIn } = await curating()
  const lead = await signedIn({ of: 'adur-district-council', role: 'lead' })
  const visitor = freshBrowser()
  const slug = 'problem-statement'
  expect((await withdraw(slug)).headers.location).toBe(`/guides/${slug}?done=guide-withdrawn`)
  for (const reader of [visitor, lead]) {
    for (const path of pagesOf(slug)) expect([path, (await reader.get(path)).statusCode]).toEqual([path, 404])
    await reader.get('/guides/benefits-case')
    expect((await reader.post(`/guides/${slug}/uses`, { as: 'md' })).statusCode).toBe(404)
    expect((await reader.get('/guides')).body).not.toContain(`/guides/${slug}`)
  }
  expect((await curator.get(`/guides/${slug}`)).body).toContain(why)
  expect((await curator.get('/guides')).body).toContain(`/guides/${slug}`)
  expect((await putBack(slug)).headers.location).toBe(`/guides/${slug}?done=guide-put-back`)
  for (const path of pagesOf(slug)) expect([path, (await visitor.get(path)).statusCode]).toEqual([path, 200])
  const history = (await visitor.get(`/guides/${slug}/history`)).body
  for (const words of ['When it was withdrawn', why, 'Robin Ashdown', 'Put back'])
    expect(history).toContain(words)
  expect((await visitor.get(`/guides/${slug}`)).body).not.toContain(why)
})

test('what was withdrawn leaves the search and the site map, and comes back to them', async () => {
  const { get, drain, withdraw, putBack } = await curating()
  const found = async () => {
    await drain()
    return [
      (await get('/search?q=procurement+together')).body.includes('/guides/procurement-together'),
      (await get('/sitemap.xml')).body.includes('/guides/procurement-together'),
    ]
  }
  expect(await found()).toEqual([true, true])
  await withdraw('procurement-together')
  expect(await found()).toEqual([false, false])
  await putBack('procurement-together')
  expect(await found()).toEqual([true, true])
})

test('no page leads to what was withdrawn', async () => {
  const app = await curating()
  const { db, clock, get, signedIn, withdraw, putBack } = app
  const officer = await signedIn({ of: 'leeds-city-council' })
  await insertContracts(db, clock, wasteWindow(850))
  const { address } = await publishPlan(app, officer)
  const need = await insertOpportunity(db, clock, 'published')
  const { slug } = await insertProblem(db, clock, { by: 'surrey-county-council' })
  const leads: [string, string][] = [
    ['/problems/new', 'state-a-problem'],
    ['/horizon/service-850/2027-03-31', 'procurement-together'],
    [address, 'small-councils'],
    [address, 'show-and-tell'],
    [need, 'procurement-together'],
    [need, 'small-councils'],
    [`/problems/${slug}`, 'research-plan'],
    ['/check?problem=Residents+phone+about+missed+bins', 'problem-statement'],
    ['/guides/networking', 'state-a-problem'],
    ['/guides/working-in-the-open', 'small-councils'],
  ]
  const led = async () => {
    const found: boolean[] = []
    for (const [page, guide] of leads) {
      const { statusCode, body } = await officer.get(page)
      found.push(statusCode === 200 && body.includes(`href="/guides/${guide}`))
    }
    return found
  }
  expect(await led()).toEqual(leads.map(() => true))
  const guides = new Set(leads.map(([, guide]) => guide))
  for (const guide of guides) await withdraw(guide)
  expect(await led()).toEqual(leads.map(() => false))
  expect((await get('/guides/networking')).body).toContain('How to state a problem')
  for (const guide of guides) await putBack(guide)
  expect(await led()).toEqual(leads.map(() => true))
})

test('a copy of a template leads to nothing that was withdrawn', async () => {
  const { curator, get, withdraw } = await curating()
  const said = { title: 'Note', summary: 'A note.', words: 'See [the guide](/guides/small-councils) first.' }
  await curator.post('/guides/new', { ...said, kind: 'template' })
  await curator.post('/guides/note/publication', { revision: '1' })
  expect((await get('/guides/note/copy.md')).body).toContain('[the guide](/guides/small-councils)')
  await withdraw('small-councils')
  expect((await get('/guides/note/copy.md')).body).toContain('See the guide first.')
})

test('its uses are kept while it is withdrawn', async () => {
  const { curator, freshBrowser, withdraw, putBack } = await curating()
  const browser = freshBrowser()
  await browser.get('/guides/benefits-case')
  await browser.post('/guides/benefits-case/uses', { as: 'md' })
  await withdraw('benefits-case')
  expect((await curator.get('/guides/benefits-case')).body).toContain('Used 1 time')
  await putBack('benefits-case')
  expect((await browser.get('/guides/benefits-case')).body).toContain('Used 1 time')
})

test('of two curators the second hears what the first did', async () => {
  const { curator, signedIn, withdraw, putBack } = await curating()
  const other = await signedIn({ of: 'leeds-city-council', duties: ['curator'] })
  expect((await putBack('networking')).statusCode).toBe(409)
  await other.post('/guides/networking/edit', { title: 'N', summary: 'S', words: 'W', revision: '0' })
  await other.post('/guides/networking/publication', { revision: '1' })
  expect((await withdraw('networking', '1')).statusCode).toBe(409)
  const both = await Promise.all([withdraw('networking', '2'), withdraw('networking', '2')])
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
  expect((await curator.get('/guides/networking/withdrawal')).statusCode).toBe(404)
  expect((await other.get('/guides/networking')).body).toContain(why)
})

test('a withdrawal says why, and is of what was published', async () => {
  const { curator, get, withdraw } = await curating()
  const refused = await withdraw('networking', '1', ' ')
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Say why it is withdrawn')
  expect((await get('/guides/networking')).statusCode).toBe(200)
  await curator.post('/guides/new', { title: 'Not yet', summary: 'S', words: 'W' })
  expect((await withdraw('not-yet', '0')).statusCode).toBe(404)
})

test('a new version of what was withdrawn is read by everyone, and by nobody before', async () => {
  const { curator, get, withdraw } = await curating()
  await withdraw('networking')
  await curator.post('/guides/networking/edit', {
    title: 'New',
    summary: 'S',
    words: 'Mended.',
    revision: '0',
  })
  expect((await get('/guides/networking')).statusCode).toBe(404)
  expect((await curator.get('/guides/networking/preview')).body).toContain('Publish it and put it back')
  await curator.post('/guides/networking/publication', { revision: '1' })
  expect((await get('/guides/networking')).body).toContain('Mended.')
})

test('a file that ships brings nothing back that a curator withdrew', async () => {
  const { db, clock, get, withdraw } = await curating()
  const file = (title: string) => ({
    format: 'guide',
    name: 'own-guide.md',
    clock,
    text: `title: ${title}\nkind: guide\nplace: 9\nsummary: In short.\n\nWords.`,
  })
  await takeIn(db, file('One'))
  await withdraw('own-guide')
  const again = await takeIn(db, file('Two'))
  expect(again.lines[0]!.remarks).toEqual(['a curator has decided on it: left as it is'])
  expect((await get('/guides/own-guide')).statusCode).toBe(404)
})

test('who withdrew it and who put it back is in their own copy, and goes with them', async () => {
  const { db, curator, get, withdraw, putBack } = await curating()
  await withdraw('networking')
  await putBack('networking')
  const { parts } = JSON.parse((await curator.get('/account/data/export')).body)
  const own = parts.find(({ title }: { title: string }) => title.startsWith('Guides and templates'))
  expect(own.rows.map(({ did, page }: Record<string, string>) => `${did} ${page}`)).toEqual([
    'withdrew /guides/networking',
    'put back /guides/networking',
  ])
  await curator.post('/account/data/erasure', { sure: 'yes' })
  expect((await get('/guides/networking/history')).body).not.toContain('Robin Ashdown')
  expect(
    await db.selectFrom('guide_withdrawal').select(['person_id', 'ended_by']).executeTakeFirst(),
  ).toEqual({ person_id: null, ended_by: null })
})
