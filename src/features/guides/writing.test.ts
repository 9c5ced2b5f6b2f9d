import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'
import { differencesFrom } from './versions.ts'

const said = {
  title: 'Networking, but shorter',
  summary: 'In short.',
  words: 'Ask **one** question. {{bids here}} stand here.',
  shows: ['open-calls'],
  note: 'It was too long.',
}

const curatorOf = ({ signedIn }: Awaited<ReturnType<typeof testApp>>) =>
  signedIn({ of: 'leeds-city-council', duties: ['curator'], name: 'Robin Ashdown' })

test('a draft is seen by curators alone, with what it changes, until it is published', async () => {
  const app = await testApp()
  const { get, signedIn } = app
  const curator = await curatorOf(app)
  const kept = await curator.post('/guides/networking/edit', { ...said, revision: '0' })
  expect(kept.headers.location).toBe('/guides/networking/preview')
  const preview = (await curator.get('/guides/networking/preview')).body
  expect(preview).toContain('<strong>one</strong> question. 22 bids stand here')
  expect(preview).toContain('What publishing it changes')
  expect((await curator.get('/guides')).body).toContain('Drafts')
  const lead = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  for (const reader of [lead, app.freshBrowser()]) {
    expect((await reader.get('/guides/networking')).body).not.toContain('but shorter')
    expect((await reader.get('/guides/networking/preview')).statusCode).toBe(404)
  }
  await curator.post('/guides/networking/publication', { revision: '1' })
  const page = (await get('/guides/networking')).body
  expect(page).toContain('Networking, but shorter')
  expect(page).toContain('Version 2')
  expect((await curator.get('/guides/networking/preview')).statusCode).toBe(404)
})

test('the history says who, when, why and what; an older version is read, and taken into a draft again', async () => {
  const app = await testApp()
  const { get } = app
  const curator = await curatorOf(app)
  await curator.post('/account/profile', { name: 'Robin Ashdown', isShown: 'yes' })
  await curator.post('/guides/networking/edit', { ...said, revision: '0' })
  await curator.post('/guides/networking/publication', { revision: '1' })
  const history = (await get('/guides/networking/history')).body
  for (const words of [
    'Version 2',
    'Robin Ashdown',
    'It was too long.',
    'by the editors of Pipeline',
    '<ins>',
    '<del>',
  ])
    expect(history).toContain(words)
  const earlier = (await get('/guides/networking/versions/1')).body
  expect(earlier).toContain('Is this yours?')
  expect(earlier).not.toContain('Take this version')
  expect((await curator.get('/guides/networking/versions/1')).body).toContain('Take this version')
  await curator.post('/guides/networking/versions/1/restoration')
  expect((await curator.get('/guides/networking/preview')).body).toContain('As in version 1')
  await curator.post('/guides/networking/publication', { revision: '3' })
  const page = (await get('/guides/networking')).body
  expect(page).toContain('Version 3')
  expect(page).toContain('Is this yours?')
})

test('what changed is told under its heading, and what did not is left out', () => {
  const one = {
    title: 'A',
    summary: 'B',
    words: 'Once.\n\n## First\n\nOne.\n\n## Second\n\nTwo.',
    shows: [],
    fills: [],
  }
  const other = { ...one, words: 'Once.\n\n## Second\n\nTwo and more.\n\n## Third\n\nThree.' }
  const told = differencesFrom(one, other).map(({ title, stretches }) => [
    title,
    ...stretches.map(({ change }) => change),
  ])
  expect(told).toEqual([
    ['First', 'removed'],
    ['Second', null, 'added', null],
    ['Third', 'added'],
  ])
  expect(differencesFrom(one, one)).toEqual([])
})

test('of two curators the second does not write over the first, nor publish what they have not read', async () => {
  const app = await testApp()
  const [one, other] = [await curatorOf(app), await curatorOf(app)]
  await one.post('/guides/networking/edit', { ...said, revision: '0' })
  const late = await other.post('/guides/networking/edit', { ...said, words: 'Mine.', revision: '0' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Mine.')
  await one.post('/guides/networking/edit', { ...said, words: 'Again.', revision: '1' })
  expect((await other.post('/guides/networking/publication', { revision: '1' })).statusCode).toBe(409)
  expect((await other.post('/guides/networking/versions/1/restoration')).statusCode).toBe(409)
  await one.post('/guides/networking/draft-removal', { revision: '2' })
  expect((await one.post('/guides/networking/publication', { revision: '2' })).statusCode).toBe(409)
  expect((await one.post('/guides/networking/versions/1/restoration')).statusCode).toBe(303)
})

test('a marker that nothing stands for is refused with those that there are', async () => {
  const app = await testApp()
  const curator = await curatorOf(app)
  const wrong = { ...said, words: 'See {{bidz here}}.', revision: '0' }
  const answer = await curator.post('/guides/networking/edit', wrong)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Nothing stands for {{bidz here}}')
  const template = await curator.post('/guides/show-and-tell/edit', { ...said, revision: '0' })
  expect(template.statusCode).toBe(422)
})

test('a new guide has an address of its own, and nobody meets it before it is published', async () => {
  const app = await testApp()
  const { get } = app
  const curator = await curatorOf(app)
  const { headers } = await curator.post('/guides/new', { ...said, title: 'New' })
  expect(headers.location).toBe('/guides/new-2/preview')
  expect((await get('/guides/new-2')).statusCode).toBe(404)
  expect((await get('/guides/new-2/history')).statusCode).toBe(404)
  await curator.post('/guides/new-2/publication', { revision: '1' })
  expect((await get('/guides/new-2')).statusCode).toBe(200)
  expect((await get('/guides')).body).toContain('/guides/new-2')
})

test('whoever asked to be told of a guide hears that it changed', async () => {
  const app = await testApp()
  const { db, drain, signedIn } = app
  await drain()
  const reader = await signedIn({ of: 'adur-district-council', email: 'reader@adur-worthing.gov.uk' })
  const about = '/guides/networking'
  await reader.get(`/subscriptions/new?about=${about}`)
  const wanted = { about, frequency: 'daily', level: 'milestones', title: 'Networking' }
  const asked = await reader.post('/subscriptions/new', wanted)
  expect(asked.statusCode).toBe(303)
  const curator = await curatorOf(app)
  await curator.post('/guides/networking/edit', { ...said, revision: '0' })
  await curator.post('/guides/networking/publication', { revision: '1' })
  await drain()
  const told = await db.selectFrom('notification').select('happening').execute()
  expect(told.map(({ happening }) => happening)).toEqual(['guide.changed'])
})

test('what a curator wrote stays when they are erased, and says that a curator wrote it', async () => {
  const app = await testApp()
  const { get } = app
  const curator = await curatorOf(app)
  await curator.post('/account/profile', { name: 'Robin Ashdown', isShown: 'yes' })
  await curator.post('/guides/networking/edit', { ...said, revision: '0' })
  await curator.post('/guides/networking/publication', { revision: '1' })
  await curator.post('/guides/small-councils/edit', { ...said, revision: '0' })
  const { parts } = JSON.parse((await curator.get('/account/data/export')).body)
  const own = parts.find(({ title }: { title: string }) => title.startsWith('Guides and templates'))
  expect(own.rows.map(({ did, page }: Record<string, string>) => `${did} ${page}`)).toEqual([
    'published /guides/networking',
    'is writing /guides/small-councils',
  ])
  await curator.post('/account/data/erasure', { sure: 'yes' })
  const history = (await get('/guides/networking/history')).body
  expect(history).toContain('by a curator')
  expect(history).not.toContain('Robin Ashdown')
})

describe('what two curators do to one page', () => {
  async function twoOf(slug = 'networking') {
    const app = await testApp()
    const [one, other] = [await curatorOf(app), await curatorOf(app)]
    const at = (curator: typeof one) => ({
      revision: async () => {
        const { body } = await curator.get(`/guides/${slug}/edit`)
        return /name="revision" value="(\d+)"/.exec(body)![1]!
      },
      save: (words: string, revision: string) =>
        curator.post(`/guides/${slug}/edit`, { ...said, words, revision }),
      publish: (revision: string) => curator.post(`/guides/${slug}/publication`, { revision }),
      discard: (revision: string) => curator.post(`/guides/${slug}/draft-removal`, { revision }),
    })
    return { ...app, one: at(one), other: at(other) }
  }

  test('a draft begun before another was published does not take its place unseen', async () => {
    const { one, other } = await twoOf()
    const opened = await other.revision()
    await one.save('Of the first.', await one.revision())
    await one.publish(await one.revision())
    const late = await other.save('Of the second.', opened)
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('Of the second.')
  })

  test('a draft is not published by who read the one that was discarded before it', async () => {
    const { one, other, get } = await twoOf()
    await one.save('Read.', await one.revision())
    const read = await other.revision()
    await one.discard(read)
    await one.save('Not read.', await one.revision())
    expect((await other.publish(read)).statusCode).toBe(409)
    expect((await get('/guides/networking')).body).not.toContain('Not read.')
  })

  test('a draft that was saved since is not discarded', async () => {
    const { one, other } = await twoOf()
    await one.save('Once.', await one.revision())
    const read = await other.revision()
    await one.save('Twice.', read)
    expect((await other.discard(read)).statusCode).toBe(409)
    expect((await one.publish(await one.revision())).statusCode).toBe(303)
  })
})
