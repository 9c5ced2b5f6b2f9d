import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '#plumbing/root.ts'
import { insertContracts, wasteWindow } from '#test/made-contracts.ts'
import { insertOpportunity } from '#test/made-opportunity.ts'
import { publishPlan } from '#test/planning.ts'
import { insertProblem, trust } from '#test/published-problem.ts'
import { testApp } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'
import { parseGuide } from './guide-file.ts'
import { guideSeeds } from './import-guides.ts'
import { wrongMarkers } from './known-markers.ts'
import { listGuides } from './queries.ts'

const shipped = guideSeeds.map(({ file }) => {
  const guide = parseGuide(file, readFileSync(`${root}/${file}`, 'utf8'))
  if ('refusal' in guide) throw new Error(`${file} ${guide.refusal}`)
  return guide
})

test('every guide that ships is read, short, and uses only figures and blanks that there are', () => {
  const files = globSync('data/content/guides/*.md', { cwd: root }).toSorted()
  expect(guideSeeds.map(({ file }) => file).toSorted()).toEqual(files)
  for (const { slug, kind, words, fills } of shipped) {
    const count = words.split(/\s+/).length
    if (kind !== 'template') expect([slug, count > 280 && count < 600]).toEqual([slug, true])
    expect([slug, wrongMarkers(words, kind, fills)]).toEqual([slug, null])
  }
})

test('every link in them leads to a page that is there', async () => {
  const { get } = await testApp()
  const links = new Set(
    shipped.flatMap(({ words }) => [...words.matchAll(/\]\((\/[^)]*)\)/g)].map(([, path]) => path!)),
  )
  expect(links.size).toBeGreaterThan(15)
  const dead: string[] = []
  for (const path of links) if (![200, 303].includes((await get(path)).statusCode)) dead.push(path)
  expect(dead).toEqual([])
})

test('the index leads to four ways of working together, to guides and to templates', async () => {
  const { get, db } = await testApp()
  const { body } = await get('/guides')
  const guides = await listGuides(db)
  expect(guides.map(({ kind }) => kind).filter(kind => kind === 'journey')).toHaveLength(4)
  for (const { slug, title } of guides) {
    expect(body).toContain(`href="/guides/${slug}"`)
    expect(body).toContain(title)
  }
  expect(body).not.toContain('Drafts')
})

test('figures in the words are those of the day', async () => {
  const { get, db, clock } = await testApp()
  const before = (await get('/guides/procurement-together')).body
  expect(before).toContain('no groups of contracts')
  expect(before).toContain('No three organisations are known')
  await insertContracts(db, clock, wasteWindow(850))
  const after = (await get('/guides/procurement-together')).body
  expect(after).toContain('1 group of contracts')
  expect(after).not.toContain('No three organisations are known')
  expect(after).toContain('href="/horizon/service-850/2027-03-31"')
})

test('below a guide stand projects that did it, as the product finds them', async () => {
  const app = await testApp()
  const { get, signedIn } = app
  const body = async () => (await get('/guides/delivering-together')).body
  expect(await body()).toContain('Income Management System for local government')
  const officer = await signedIn({ of: 'leeds-city-council' })
  const partners = ['Adur District Council', 'Surrey County Council']
  const { address } = await publishPlan(app, officer, { partners })
  expect(await body()).not.toContain(address)
  for (const of of ['adur-district-council', 'surrey-county-council']) {
    const lead = await signedIn({ of, role: 'lead' })
    const [request] = /\/partner-requests\/[0-9a-f-]+/.exec((await lead.get('/my')).body)!
    await lead.post(`${request}/decision`, { answer: 'confirm' })
  }
  expect(await body()).toContain(address)
  expect((await get('/guides/small-councils')).body).toContain(address)
})

test('below every guide stand records of those who did it, from the first day', async () => {
  const { get } = await testApp()
  const bare: string[] = []
  for (const { slug } of shipped)
    if (
      !/<li class="app-row"><a [^>]*href="\/(projects|fund|problems)\//.test(
        (await get(`/guides/${slug}`)).body,
      )
    )
      bare.push(slug)
  expect(bare).toEqual([])
})

test('projects stand below the guide that they did what it is about', async () => {
  const { get } = await testApp()
  const listed = async (slug: string, title: string) => {
    const { body } = await get(`/guides/${slug}`)
    const from = body.indexOf(`>${title}</h2>`)
    expect([slug, from]).not.toEqual([slug, -1])
    return body.slice(from, body.indexOf('</section>', from))
  }
  expect(await listed('networking', 'Projects of councils from several regions')).toContain(
    'led by Barnsley Metropolitan Borough Council · with Dorset Council',
  )
  const taken = await listed('when-not-to-collaborate', 'Work that another organisation took up')
  expect(taken).toContain('by North East Lincolnshire Council')
  expect(taken).not.toContain('LocalGov Drupal')
  expect(taken).not.toContain('by Buckinghamshire County Council')
  const lost = await listed('when-not-to-collaborate', 'Bids to the fund that brought no money')
  expect(lost).toContain('Warrington Borough Council')
  expect(lost).not.toContain('Stockport')
  expect(await listed('research-plan', 'Discoveries that several organisations did together')).toContain(
    'Can chatbots and AI help solve service design problems?',
  )
  expect(
    await listed('working-in-the-open', 'Projects that their councils put on the first Pipeline'),
  ).toContain('Cornwall Council')
})

test('problems that everyone reads stand below how to state one before bids, and no others do', async () => {
  const { db, clock, get } = await testApp()
  expect((await get('/guides/state-a-problem')).body).toContain('/fund/applications/')
  const shown = await insertProblem(db, clock, { by: 'surrey-county-council' })
  const { body } = await get('/guides/state-a-problem')
  expect(body.indexOf(`/problems/${shown.slug}`)).toBeGreaterThan(0)
  expect(body.indexOf(`/problems/${shown.slug}`)).toBeLessThan(body.indexOf('href="/fund/applications/'))
  await db.updateTable('problem').set({ visibility: 'public-sector' }).execute()
  expect((await get('/guides/state-a-problem')).body).not.toContain(`/problems/${shown.slug}`)
})

test('a project that not everyone may read stands below no guide', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, officer, {
    parts: { visibility: { visibility: 'public-sector' } },
    partners: ['Adur District Council', 'Surrey County Council'],
  })
  await app.db.updateTable('project_partner').set({ standing: 'confirmed' }).execute()
  for (const { slug } of shipped) expect((await officer.get(`/guides/${slug}`)).body).not.toContain(address)
})

test('organisations that offer something stand below the ways that need it', async () => {
  const { db, clock, get, signedIn } = await testApp()
  const { slug } = await insertProblem(db, clock, { by: 'surrey-county-council' })
  await trust(db, clock, 'leeds-city-council')
  const leeds = await signedIn({ of: 'leeds-city-council' })
  await leeds.post(`/problems/${slug}/stances`, { says: 'have-it', offers: ['share', 'lead'] })
  const said = (await get('/guides/sharing-knowledge')).body
  expect(said).toContain('would share what they know · on 1 problem')
  expect((await get('/guides/sharing-resources')).body).toContain('would lead the work')
  await leeds.post(`/problems/${slug}/stance/withdrawal`, {})
  expect((await get('/guides/sharing-knowledge')).body).toContain('Nobody offers to share')
})

test('common needs that look for partners stand where somebody looks for others', async () => {
  const { db, clock, get } = await testApp()
  expect((await get('/guides/networking')).body).toContain('No common need looks for partners')
  const path = await insertOpportunity(db, clock, 'published')
  expect((await get('/guides/networking')).body).toContain(`href="${path}"`)
})

test('guides are found by the search, and in the site map', async () => {
  const { get, drain } = await testApp()
  await drain()
  expect((await get('/search?q=procurement+together')).body).toContain('/guides/procurement-together')
  expect((await get('/sitemap.xml')).body).toContain('/guides/small-councils')
})

test('pages where it helps lead to a guide with one line', async () => {
  const app = await testApp()
  const { db, clock, get, signedIn } = app
  await insertContracts(db, clock, wasteWindow(850))
  const officer = await signedIn({ of: 'leeds-city-council' })
  expect((await officer.get('/problems/new')).body).toContain('/guides/state-a-problem')
  expect((await get('/horizon/service-850/2027-03-31')).body).toContain('/guides/procurement-together')
  const { address } = await publishPlan(app, officer)
  expect((await officer.get(address)).body).toContain('/guides/small-councils')
  expect((await get(address)).body).not.toContain('/guides/small-councils')
  const need = await insertOpportunity(db, clock, 'published')
  expect((await get(need)).body).toContain('/guides/procurement-together')
})

const ownGuide = (title: string) =>
  `title: ${title}\nkind: guide\nplace: 9\nsummary: In short.\n\nWords of ${title}.`

test('a file that changed becomes the next version, until a curator has published one', async () => {
  const { db, clock, get, signedIn } = await testApp()
  const file = { format: 'guide', name: 'own-guide.md', clock }
  expect((await takeIn(db, { ...file, text: ownGuide('One') })).counts).toMatchObject({ added: 1 })
  expect((await takeIn(db, { ...file, text: ownGuide('One') })).counts).toMatchObject({ unchanged: 1 })
  expect((await takeIn(db, { ...file, text: ownGuide('Two') })).counts).toMatchObject({ changed: 1 })
  expect((await get('/guides/own-guide')).body).toContain('Version 2')
  const curator = await signedIn({ duties: ['curator'] })
  await curator.post('/guides/own-guide/edit', {
    title: 'Ours',
    summary: 'Short.',
    words: 'Ours.',
    revision: '1',
  })
  await curator.post('/guides/own-guide/publication', { revision: '2' })
  const third = await takeIn(db, { ...file, text: ownGuide('Three') })
  expect(third.lines[0]!.remarks).toEqual(['a curator has decided on it: left as it is'])
  expect((await get('/guides/own-guide')).body).toContain('Ours.')
})

test.each([
  ['title: A\nkind: poem\nplace: 1\nsummary: B\n\nWords', 'kind'],
  ['title: A\nkind: guide\nplace: 1\nsummary: B\nshows: ghosts\n\nWords', 'shows'],
  ['title: A\nkind: guide\nplace: 1\nsummary: B', 'words'],
])('a file that is no guide is refused with the reason: %j', async (text, reason) => {
  const { db } = await testApp()
  const { lines } = await takeIn(db, { format: 'guide', name: 'poem.md', text })
  expect(lines[0]).toMatchObject({ outcome: 'refused' })
  expect(lines[0]!.remarks.join()).toContain(reason)
})
