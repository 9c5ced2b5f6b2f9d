import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { publishPlan } from '#test/planning.ts'
import { trust } from '#test/published-problem.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { type Form, handClock, testApp } from '#test/support.ts'
import { isProgram } from './counting.ts'

const wordsOf = (file: Buffer) =>
  new TextDecoder().decode(unzipSync(new Uint8Array(file))['word/document.xml']).replace(/<[^>]+>/g, ' ')

const slugs = [
  'problem-statement',
  'research-plan',
  'show-and-tell',
  'benefits-case',
  'data-sharing-checklist',
]

test.each(slugs)('%s is a page, a Word file and a text, with blanks in them', async slug => {
  const { get } = await testApp()
  const page = (await get(`/guides/${slug}`)).body
  expect(page).toContain('Download for Word')
  const word = await get(`/guides/${slug}/copy.docx`)
  expect(word.headers['content-disposition']).toContain(`${slug}.docx`)
  expect(wordsOf(word.rawPayload)).toContain('[title]')
  const text = await get(`/guides/${slug}/copy.md`)
  expect(text.body).toMatch(/^# /)
  for (const told of [page, wordsOf(word.rawPayload), text.body]) expect(told).not.toContain('{{')
})

test('what is no template is no file', async () => {
  const { get } = await testApp()
  for (const path of ['/guides/networking/copy.docx', '/guides/ghost/copy.md'])
    expect((await get(path)).statusCode).toBe(404)
})

async function withProblem(visibility: string) {
  const app = await testApp()
  const { db, clock, signedIn } = app
  await trust(db, clock, 'leeds-city-council', 'adur-district-council')
  const owner = await signedIn({ of: 'leeds-city-council' })
  const path = await raiseProblem(owner, { visibility: { visibility } })
  const adur = await signedIn({ of: 'adur-district-council' })
  const said = { says: 'have-it', affected: 'Two towns', cost: '10k-50k', offers: ['test'] }
  await adur.post(`${path}/stances`, said)
  return { ...app, owner, adur, path, slug: path.replace('/problems/', '') }
}

describe('a problem', () => {
  test('fills the statement with its parts and with what councils say of it, and advice on what is filled in goes', async () => {
    const { get, slug, path } = await withProblem('public')
    expect((await get(path)).body).toContain(`/guides/problem-statement/copy?problem=${slug}`)
    const { body } = await get(`/guides/problem-statement/copy?problem=${slug}`)
    for (const words of [
      'The call log of 2025: 31,000 calls.',
      '£50,000 to £250,000 a year',
      'Adur District Council: Two towns',
    ])
      expect(body).toContain(words)
    expect(body).toContain('[councils that fixed it]')
    expect(body).not.toContain('Counts, complaints, audits or research')
    expect(body).toContain('One decision, from whom, and by when.')
    const word = wordsOf((await get(`/guides/problem-statement/copy.docx?problem=${slug}`)).rawPayload)
    expect(word).toContain('About 4,000 households each year')
    expect(word).toContain(
      'filled from the problem “Nobody sees why a bin was missed”, which everyone can read.',
    )
  })

  test('fills the benefits case with the sum of the bands that councils gave', async () => {
    const { get, slug } = await withProblem('public')
    const { body } = await get(`/guides/benefits-case/copy.md?problem=${slug}`)
    expect(body).toContain('£60,000 to £300,000 a year, by the bands of 2 organisations that gave one')
  })

  test('that not everyone may read fills nothing for others, and its copy says so', async () => {
    const { get, owner, adur, slug } = await withProblem('public-sector')
    for (const file of ['copy', 'copy.docx', 'copy.md'])
      expect((await get(`/guides/problem-statement/${file}?problem=${slug}`)).statusCode).toBe(404)
    expect((await adur.get(`/guides/problem-statement/copy?problem=${slug}`)).statusCode).toBe(200)
    const { body } = await owner.get(`/guides/problem-statement/copy.md?problem=${slug}`)
    expect(body).toContain('That is not public')
  })

  test('fills no template that is about projects', async () => {
    const { get, slug } = await withProblem('public')
    expect((await get(`/guides/show-and-tell/copy?problem=${slug}`)).statusCode).toBe(404)
  })
})

describe('a project', () => {
  test('fills the show-and-tell with its latest update, and the benefits case with its money and its problems', async () => {
    const { get, owner, slug, ...app } = await withProblem('public')
    const { path, address } = await publishPlan(app as never, owner, {
      parts: { money: { budget: '50k-100k' } },
    })
    await owner.post(`${path}/problems`, { problem: slug })
    const update = { text: 'We **rode** with a crew.', next: 'A test in March.', asked: 'Who has a log?' }
    await owner.post(`${address}/updates`, { ...update, said_on: '20 November 2026' })
    const project = address.replace('/projects/', '')
    expect((await get(address)).body).toContain(`/guides/show-and-tell/copy?project=${project}`)
    const told = (await get(`/guides/show-and-tell/copy.md?project=${project}`)).body
    for (const words of [
      'We rode with a crew.',
      'A test in March.',
      'Who has a log?',
      '**By:** Leeds City Council',
    ])
      expect(told).toContain(words)
    const money = (await get(`/guides/benefits-case/copy.md?project=${project}`)).body
    expect(money).toContain('**Budget:** £50,000 to £100,000')
    expect(money).toContain('£60,000 to £300,000 a year')
  })

  test('that was imported fills what its sources say', async () => {
    const { get } = await testApp()
    const { body } = await get('/guides/show-and-tell/copy.md?project=visualising-failure-in-waste-services')
    expect(body).toContain('**With:** Leeds City Council')
    expect(body).toContain('[what was done]')
  })
})

test('what was typed to check a problem is in the statement, as it was typed', async () => {
  const { get } = await testApp()
  const words = '# We are 3 * behind <b>\n\n- and “late”'
  const page = (await get(`/check?problem=${encodeURIComponent(words)}`)).body
  const href = /href="(\/guides\/problem-statement\/copy[^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&')
  const { body } = await get(href)
  expect(body).toContain('# We are 3 * behind &lt;b>')
  expect(body).toContain('- and “late”')
  expect(body).not.toContain('<b>')
})

async function counting() {
  const clock = handClock()
  const app = await testApp({ clock })
  const uses = async () => /Used (\d+) times?/.exec((await app.get('/guides/benefits-case')).body)?.[1] ?? '0'
  const take = async (form: Form = { as: 'docx' }) => {
    const browser = app.freshBrowser()
    await browser.get('/guides/benefits-case')
    return { browser, answer: await browser.post('/guides/benefits-case/uses', form) }
  }
  return { ...app, clock, uses, take }
}

describe('uses of a template', () => {
  test('are counted when its button is pressed, which leads to the file', async () => {
    const { get, uses, take } = await counting()
    await get('/guides/benefits-case/copy.docx')
    expect(await uses()).toBe('0')
    const { answer } = await take()
    expect(answer.headers.location).toBe('/guides/benefits-case/copy.docx')
    expect(await uses()).toBe('1')
    expect((await get('/guides')).body).toContain('used 1 time')
  })

  test('are counted once a day for one browser, and again on another day', async () => {
    const { uses, take, clock } = await counting()
    const { browser } = await take()
    await browser.post('/guides/benefits-case/uses', { as: 'md' })
    expect(await uses()).toBe('1')
    await take()
    expect(await uses()).toBe('2')
    clock.forward(86_400_000)
    await browser.post('/guides/benefits-case/uses', { as: 'md' })
    expect(await uses()).toBe('3')
  })

  test('that go on and on from one address are counted no more', async () => {
    const { uses, take } = await counting()
    for (let time = 0; time < 45; time++) await take()
    expect(await uses()).toBe('40')
  })

  test('leave a number for a day, and nothing about who it was', async () => {
    const { db, take } = await counting()
    await take()
    expect(await db.selectFrom('template_use').selectAll().execute()).toEqual([
      { guide_id: expect.any(String), used_on: '2026-11-21', is_filled: false, uses: 1 },
    ])
  })
})

test.each([
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
  ['curl/8.5.0', true],
  ['python-requests/2.32', true],
  ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0 Safari/537.36', true],
  ['', true],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', false],
  ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', false],
  ['Mozilla/5.0 (Linux; Android 14; CUBOT X30) AppleWebKit/537.36 Mobile Safari/537.36', false],
])('a program is told by what it says of itself: %s', (agent, isOne) => {
  expect(isProgram(agent)).toBe(isOne)
})

const brief = {
  kind: 'template',
  title: 'Brief for a lead member',
  summary: 'Half a page.',
  words: '## What it is\n\n> One sentence.\n\n{{title}}\n\n{{what happens}}',
  fills: ['problem', 'check'],
}

test('a template that a curator wrote fills itself, and stands where it can be taken', async () => {
  const { get, signedIn, path, slug } = await withProblem('public')
  const curator = await signedIn({ duties: ['curator'] })
  expect((await curator.get('/guides/new?kind=template')).body).toContain('What somebody typed to check it')
  expect((await curator.post('/guides/new', brief)).headers.location).toBe(
    '/guides/brief-for-a-lead-member/preview',
  )
  expect((await get(path)).body).not.toContain('brief-for-a-lead-member')
  expect((await get('/guides/brief-for-a-lead-member/copy.md')).statusCode).toBe(404)
  await curator.post('/guides/brief-for-a-lead-member/publication', { revision: '1' })
  expect((await get(path)).body).toContain(`/guides/brief-for-a-lead-member/copy?problem=${slug}`)
  const filled = (await get(`/guides/brief-for-a-lead-member/copy.md?problem=${slug}`)).body
  expect(filled).toContain('Nobody sees why a bin was missed')
  expect(filled).not.toContain('One sentence.')
  const typed = await get('/guides/brief-for-a-lead-member/copy.docx?words=Late+buses')
  expect(wordsOf(typed.rawPayload)).toContain('Late buses')
  expect((await get('/guides/brief-for-a-lead-member/copy.md?project=any')).statusCode).toBe(404)
  expect((await get('/guides')).body).toContain('Half a page.')
})

test('a template has no blank that nothing it is filled from could fill', async () => {
  const { signedIn } = await testApp()
  const curator = await signedIn({ duties: ['curator'] })
  const empty = await curator.post('/guides/new', { ...brief, fills: [] })
  expect(empty.statusCode).toBe(422)
  expect(empty.body).toContain('Tick what it is filled from')
  expect(empty.body).toContain('name="kind" value="template"')
  const wrong = await curator.post('/guides/new', { ...brief, words: '{{budget}}' })
  expect(wrong.body).toContain('Nothing stands for {{budget}}')
})

test('what fills a template is changed like its words, and the history tells it', async () => {
  const { get, signedIn, slug } = await withProblem('public')
  const curator = await signedIn({ duties: ['curator'] })
  const said = { title: 'Plan', summary: 'S', words: '{{title}}', revision: '0', fills: ['project'] }
  await curator.post('/guides/research-plan/edit', said)
  expect((await get(`/guides/research-plan/copy.md?problem=${slug}`)).statusCode).toBe(200)
  await curator.post('/guides/research-plan/publication', { revision: '1' })
  expect((await get(`/guides/research-plan/copy.md?problem=${slug}`)).statusCode).toBe(404)
  expect((await get('/guides/research-plan/history')).body).toContain('Filled from')
})

test('a template leads to itself filled in: from what one’s own organisation published, else from one that is public', async () => {
  const { get, owner, adur, slug, db } = await withProblem('public')
  const copy = `/guides/problem-statement/copy?problem=${slug}`
  expect((await get('/guides/problem-statement')).body).toContain('See it filled in')
  expect((await adur.get('/guides/problem-statement')).body).toContain('See it filled in')
  const own = (await owner.get('/guides/problem-statement')).body
  expect(own).toContain('Fill it in from what your organisation published')
  expect(own).toContain(copy)
  const project = (await get('/guides/show-and-tell')).body
  const [href] = /\/guides\/show-and-tell\/copy\?project=[a-z0-9-]+/.exec(project)!
  expect((await get(href)).statusCode).toBe(200)
  await db.updateTable('problem').set({ visibility: 'public-sector' }).execute()
  for (const reader of [{ get }, adur])
    expect((await reader.get('/guides/problem-statement')).body).not.toContain(`problem=${slug}`)
})

test('a title that is Markdown leads nowhere from a copy as text', async () => {
  const { get, db, slug } = await withProblem('public')
  await db.updateTable('problem').set({ title: 'Bins ![x](https://evil.example/a.png) <b>' }).execute()
  const { body } = await get(`/guides/problem-statement/copy.md?problem=${slug}`)
  expect(body).toContain('evil.example')
  expect(body).not.toContain('![x](')
  expect(body).not.toContain(' <b>')
})

test('an address that is none does no harm to a Word file', async () => {
  const { get, signedIn } = await testApp()
  const curator = await signedIn({ duties: ['curator'] })
  await curator.post('/guides/new', { ...brief, words: 'See [the law](http://[) and [ours](/guides).' })
  await curator.post('/guides/brief-for-a-lead-member/publication', { revision: '1' })
  const { statusCode, rawPayload } = await get('/guides/brief-for-a-lead-member/copy.docx')
  expect(statusCode).toBe(200)
  expect(wordsOf(rawPayload)).toContain('the law')
})

test('what a curator withheld fills nothing, nor does what is said of it', async () => {
  const { get, db, adur, slug } = await withProblem('public')
  const hold = { state: 'withheld' as const, reason: 'It names a resident.', since: new Date() }
  const stances = await db.selectFrom('stance').select('id').execute()
  const held = stances.map(({ id }) => ({ ...hold, subject_kind: 'stance', subject_id: id }))
  await db.insertInto('moderation_hold').values(held).execute()
  expect((await get(`/guides/problem-statement/copy.md?problem=${slug}`)).body).not.toContain('Two towns')
  const problem = await db.selectFrom('problem').select('id').executeTakeFirstOrThrow()
  await db
    .insertInto('moderation_hold')
    .values({ ...hold, subject_kind: 'problem', subject_id: problem.id })
    .execute()
  for (const reader of [{ get }, adur])
    expect((await reader.get(`/guides/problem-statement/copy.md?problem=${slug}`)).statusCode).toBe(404)
})

test('one browser counts once a day, blank or filled in', async () => {
  const { uses, take } = await counting()
  const { browser } = await take()
  await browser.post('/guides/benefits-case/uses', {
    as: 'md',
    project: 'visualising-failure-in-waste-services',
  })
  expect(await uses()).toBe('1')
})
