import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { embeddingEndpoint } from '#test/embedding-endpoint.ts'
import { draftProblem } from '#test/raised-problems.ts'
import { testApp } from '#test/support.ts'
import { nearOf, type Reached } from './near.ts'

const words = (terms: string[], coverage: number, score: number): Reached => ({
  kind: 'project',
  id: 'a',
  words: { kind: 'project', id: 'a', terms, coverage, score },
})

describe('how near a record is', () => {
  test('two common words alone are related at most', () => {
    expect(nearOf(words(['spend', 'form'], 0.54, 8.2))?.closeness).toBe(2)
    expect(nearOf(words(['system', 'manag'], 0.55, 11.4))?.closeness).toBe(2)
    expect(nearOf(words(['resid', 'digit', 'form'], 0.54, 8.2))?.closeness).toBe(3)
  })

  test('two words that are rare, or nearly all that was asked, are very close', () => {
    expect(nearOf(words(['temporari', 'accommod'], 0.37, 17.2))?.closeness).toBe(3)
    expect(nearOf(words(['rate', 'busi'], 1, 8.2))?.closeness).toBe(3)
  })

  test('two common words are very close where what is meant says so', () => {
    const common = words(['spend', 'form'], 0.54, 8.2)
    expect(nearOf({ ...common, similarity: 0.36 })?.closeness).toBe(2)
    expect(nearOf({ ...common, similarity: 0.46 })?.closeness).toBe(3)
  })
})

describe('what leaves for an embedding service', () => {
  async function withEndpoint(questions: '' | 'true') {
    const { settings, asked } = await embeddingEndpoint()
    const set = { EMBEDDER: 'local', ...settings, EMBEDDING_QUESTIONS: questions }
    for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value)
    onTestFinished(() => void vi.unstubAllEnvs())
    return { asked, ...(await testApp()) }
  }
  const question = 'Residents keep phoning about missed bins'
  const path = `/check?${new URLSearchParams({ problem: question })}`

  test('a question on the check page does where the operator lets it, and only there', async () => {
    const { asked, get } = await withEndpoint('true')
    expect((await get(path)).statusCode).toBe(200)
    await vi.waitFor(() => expect(asked.map(({ text }) => text)).toEqual([question]), 10_000)
    vi.stubEnv('EMBEDDING_QUESTIONS', '')
    expect((await get(path)).statusCode).toBe(200)
    expect(asked).toHaveLength(1)
  })

  test('a draft never does, on no page that compares it with what others published', async () => {
    const { asked, signedIn } = await withEndpoint('true')
    const officer = await signedIn({ of: 'leeds-city-council' })
    const draft = await draftProblem(officer)
    for (const page of ['', '/similar', '/parts/service'])
      expect((await officer.get(`${draft}${page}`)).statusCode).toBe(200)
    expect(asked).toEqual([])
  })
})
