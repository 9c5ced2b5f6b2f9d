import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { embeddingEndpoint, type Manner } from '#test/embedding-endpoint.ts'
import { badges, bins, refuse, thingsWithText } from '#test/things-with-text.ts'
import { hasAll } from './embedding-queries.ts'
import { embedQuery, listNearest } from './index.ts'
import { localModel } from './meaning.ts'

const far = 'endpoint:better-3:8'

const modelsOf = async (db: Db) =>
  (
    await sql<{ model: string; count: number }>`
      select model, count(*) as count from embedding group by model order by model`.execute(db)
  ).rows

let passed = 0

/** Since the test before, half a minute and what is believed of an index for a minute have passed. */
function later() {
  const now = Date.now()
  passed += 120_000
  vi.spyOn(Date, 'now').mockImplementation(() => now + passed)
  onTestFinished(() => void vi.restoreAllMocks())
}

test('an endpoint is asked for public texts and questions, and its vectors come first', async () => {
  later()
  const { settings, asked } = await embeddingEndpoint()
  const { db, say } = await thingsWithText(settings)
  await say(bins, badges)
  expect(await modelsOf(db)).toEqual([
    { model: far, count: 2 },
    { model: localModel.name, count: 2 },
  ])
  const question = await embedQuery(refuse, { mayLeave: true })
  expect(question?.map(({ model }) => model)).toEqual([far, localModel.name])
  expect(asked).toContainEqual({ text: refuse, model: 'better-3', key: 'Bearer secret' })
  const found = await listNearest(db, question!, { kinds: ['thing'], limit: 2 })
  expect(found.map(({ id }) => id)).toEqual(['bins', 'badges'])
  expect(found[0]!.similarity).toBeCloseTo(1, 2)
})

test('a draft never leaves, and a question only where the operator says so', async () => {
  const { settings, asked } = await embeddingEndpoint()
  await thingsWithText({ ...settings, EMBEDDING_QUESTIONS: '' })
  expect((await embedQuery(refuse, { mayLeave: true }))?.map(({ model }) => model)).toEqual([localModel.name])
  vi.stubEnv('EMBEDDING_QUESTIONS', 'true')
  expect((await embedQuery(refuse))?.map(({ model }) => model)).toEqual([localModel.name])
  expect(asked).toEqual([])
})

const failing: Manner[] = ['slow', 'refusing', 'nonsense', 'short', 'hanging up']
const hostile: Manner[] = ['endless', 'redirecting', 'tiny', 'huge']

test.each([...failing, ...hostile])(
  'a question is answered by the local model where the endpoint is %s',
  async manner => {
    later()
    const { settings, behave } = await embeddingEndpoint()
    const { db, say } = await thingsWithText(settings)
    await say(bins, badges)
    behave(manner)
    const question = await embedQuery(refuse, { mayLeave: true })
    expect(question?.map(({ model }) => model)).toEqual([localModel.name])
    expect((await listNearest(db, question!, { kinds: ['thing'], limit: 1 }))[0]?.id).toBe('bins')
  },
)

test('until the endpoint has read everything, the local model ranks', async () => {
  later()
  const { settings } = await embeddingEndpoint()
  const { db, say } = await thingsWithText(settings)
  await say(bins, badges)
  const question = (await embedQuery(refuse, { mayLeave: true }))!
  await sql`delete from embedding where model = ${far} and subject_id = 'bins'`.execute(db)
  expect(await hasAll(db, far)).toBe(false)
  const found = await listNearest(db, question, { kinds: ['thing'], limit: 2 })
  expect(found.map(({ id }) => id)).toEqual(['bins', 'badges'])
})

test('what an endpoint refused to read the local model has read, and the endpoint is asked again', async () => {
  const { settings, behave } = await embeddingEndpoint()
  const { db, clock, say } = await thingsWithText(settings)
  behave('refusing')
  await say(bins)
  expect((await modelsOf(db)).map(({ model }) => model)).toEqual([localModel.name])
  behave('well')
  clock.forward(300_000)
  await say()
  expect((await modelsOf(db)).map(({ model }) => model)).toEqual([far, localModel.name])
})
