import { expect, onTestFinished, test, vi } from 'vitest'
import { endEmbedder } from '#features/meaning/embedder.ts'
import { insertVector } from '#features/meaning/embedding-queries.ts'
import { embedQuery, embedTexts, wholeText } from '#features/meaning/index.ts'
import { localModel, unit } from '#features/meaning/meaning.ts'
import type { Db } from '#plumbing/database/database.ts'
import { idsOf, indexOf, randomFrom, search, type Written } from '#test/search-index.ts'
import { handClock, testApp } from '#test/support.ts'
import { fusing } from './fusion.ts'
import { meaningOf } from './question-queries.ts'

const clock = handClock()
const meaning = { kinds: ['project'], references: [], weight: 0.4 }

function withEmbedder(value = 'local') {
  vi.stubEnv('EMBEDDER', value)
  onTestFinished(() => void vi.unstubAllEnvs())
}

async function keep(db: Db, subject: { kind: string; id: string }, vectors: ArrayLike<number>[]) {
  const like = { ...subject, model: localModel.name, hash: '', at: clock.now() }
  for (const [chunk, vector] of vectors.entries()) await insertVector(db, { ...like, chunk, vector })
}

/** Waits until it is known what a search means, however long this machine takes: a page would go on without. */
async function understood(words: string) {
  for (let tries = 0; !(await meaningOf(words)); tries++) expect(tries).toBeLessThan(50)
  return words
}

/** An index of documents that also knows what they mean. */
async function meantIndex(documents: Written[]) {
  withEmbedder()
  const db = await indexOf(documents)
  const texts = documents.map(({ title = '', text = '' }) => wholeText({ title, text }))
  for (const [at, vectors] of (await embedTexts(texts)).entries())
    await keep(db, { kind: 'project', id: documents[at]!.id }, vectors)
  return db
}

const missed: Written = {
  id: 'missed',
  title: 'Nobody knows why a bin was missed',
  text: 'Residents ring us because their rubbish was left. The crew wrote down why, on paper.',
  facets: { regions: ['London'] },
}
const badges: Written = {
  id: 'badges',
  title: 'Badges for disabled drivers',
  text: 'People with a hidden disability are refused. Nobody collected what the lorry driver said.',
  facets: { regions: ['Wales'] },
}
const asked = 'household lorry forgot our street'

test('what means the same joins what has the words, marked and counted apart', async () => {
  const db = await meantIndex([missed, badges])
  const found = await search(db, await understood(asked), { meaning })
  expect(found.hits.map(({ id, isMeantAlone }) => [id, isMeantAlone]).sort()).toEqual([
    ['badges', false],
    ['missed', true],
  ])
  expect(found).toMatchObject({ total: { count: 1, isExact: true }, meantAlone: 1 })
  expect(found.counts).toEqual({ 'kind:project': 1, 'region:Wales': 1 })
})

test('filters hold for what was found by meaning too', async () => {
  const db = await meantIndex([missed, badges])
  await understood(asked)
  expect(idsOf(await search(db, asked, { meaning, filters: { region: ['Wales'] } }))).toEqual(['badges'])
  expect(idsOf(await search(db, asked, { meaning, filters: { region: ['London'] } }))).toEqual(['missed'])
  expect(idsOf(await search(db, asked, { meaning, filters: { kind: ['service'] } }))).toEqual([])
})

test.each<[string, Parameters<typeof search>[2], string]>([
  ['it weighs nothing', { meaning: { ...meaning, weight: 0 } }, asked],
  ['these very words are wanted', { meaning, isExact: true }, asked],
  ['the newest are wanted', { meaning, sort: 'newest' }, asked],
  ['a phrase is quoted', { meaning }, 'household "lorry" forgot our street'],
  ['an identifier is sought', { meaning }, 'lorry E07000223'],
])('meaning stays out of it where %s', async (_, more, words) => {
  const db = await meantIndex([missed, badges])
  expect(await search(db, words, more)).toMatchObject({ meantAlone: 0, hits: [{ id: 'badges' }] })
})

test('words alone answer when nobody embeds, or too many ask', async () => {
  const db = await meantIndex([missed, badges])
  const crowd = Array.from({ length: 16 }, () => embedQuery('A long question of many words. '.repeat(190)))
  expect(idsOf(await search(db, `${asked} again`, { meaning }))).toEqual(['badges'])
  await endEmbedder()
  await Promise.all(crowd)
  await understood(`${asked} again`)
  expect(idsOf(await search(db, `${asked} again`, { meaning })).sort()).toEqual(['badges', 'missed'])
  withEmbedder('off')
  expect(idsOf(await search(db, `${asked} again`, { meaning }))).toEqual(['badges'])
})

test('an exact title stays first, whatever means more', async () => {
  const db = await meantIndex([
    { id: 'exact', title: 'Lorry toys', text: 'A museum of toys, of dolls, trains and kites. '.repeat(8) },
    { id: 'near', title: 'A lorry skipped our collection', text: 'The refuse lorry did not come.' },
  ])
  expect(
    idsOf(await search(db, await understood('Lorry toys'), { meaning: { ...meaning, weight: 1 } }))[0],
  ).toBe('exact')
  expect(
    idsOf(await search(db, await understood('the lorry'), { meaning: { ...meaning, weight: 1 } }))[0],
  ).toBe('near')
})

test('what holds a quoted phrase comes before what only has its words', async () => {
  const db = await indexOf([
    { id: 'words', title: 'Bins missed', text: 'Bins, missed bins not' },
    { id: 'phrase', title: 'Waste', text: `${'Other words. '.repeat(30)} Crews note missed bags.` },
    { id: 'bags', title: 'Bags missed', text: 'Those bags were then missed.' },
  ])
  expect(idsOf(await search(db, 'missed bags'))[0]).toBe('bags')
  expect(idsOf(await search(db, '"missed bags"'))[0]).toBe('phrase')
})

test('pages neither repeat nor skip, though meaning lifts what words put further down', async () => {
  withEmbedder()
  const random = randomFrom(5)
  const documents = Array.from({ length: 150 }, (_, n): Written => {
    const title = n < 140 ? 'Parking' : 'Somewhere to leave a car'
    return { id: `${n}`, title, text: 'word '.repeat(n % 50) }
  })
  const db = await indexOf(documents)
  const [[question]] = (await embedTexts(['parking there'])) as [Float32Array[]]
  // The further down by words, the nearer.
  for (const [n, { id }] of documents.entries())
    await keep(db, { kind: 'project', id }, [unit(question!.map(v => v + (random() - 0.5) / (n + 50)))])
  await understood('parking there')
  const seen: string[] = []
  const meant: number[] = []
  for (let after: string | undefined, page = 0; page === 0 || after; page++) {
    const found = await search(db, 'parking there', { meaning, after, limit: 20 })
    seen.push(...idsOf(found))
    meant.push(found.meantAlone)
    after = found.next
    if (after) expect(found.hits.length).toBe(20)
  }
  expect([seen.length, new Set(seen).size]).toEqual([140 + fusing.meantAlone, 140 + fusing.meantAlone])
  expect(new Set(meant)).toEqual(new Set([fusing.meantAlone]))
})

test('the page marks what was found by meaning, and says how many', async () => {
  withEmbedder()
  const { get, db } = await testApp()
  const words = 'zorbing for beginners'
  const [vectors] = await embedTexts([words])
  await keep(db, { kind: 'service', id: '524' }, vectors!)
  const { body } = await get(`/search?q=${encodeURIComponent(await understood(words))}`)
  expect(body).toContain('Found by meaning: none of your words')
  expect(body).toContain('One more was found by what it means')
  expect((await get(`/search?q=${encodeURIComponent(words)}&exact=1`)).body).not.toContain('Found by meaning')
})
