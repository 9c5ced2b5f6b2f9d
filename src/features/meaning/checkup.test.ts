import { expect, onTestFinished, test, vi } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import { readConfig } from '#plumbing/config.ts'
import { testDatabase } from '#test/support.ts'
import { modelCheckup } from './checkup-commands.ts'
import { endEmbedder } from './embedder.ts'

async function examined(environment: Record<string, string>) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await endEmbedder()
  })
  const db = await testDatabase()
  return modelCheckup.look({
    config: readConfig(environment),
    open: async () => ({ db, engine: 'embedded' }),
  } as unknown as CommandContext)
}

test('to be without meaning is said, and how to have it', async () => {
  expect(await examined({ EMBEDDER: 'off' })).toMatchObject({
    state: 'look',
    todo: expect.stringContaining('EMBEDDER'),
  })
})

test('an endpoint that does not answer is wrong', async () => {
  const found = await examined({
    EMBEDDER: 'local',
    EMBEDDING_URL: 'http://127.0.0.1:1/v1',
    EMBEDDING_MODEL: 'a-model',
    EMBEDDING_DIMENSIONS: '8',
  })
  expect(found).toMatchObject({ state: 'wrong', says: expect.stringContaining('EMBEDDING_URL') })
})

test('where the model answers and nothing has vectors yet, it says what to do', async () => {
  expect(await examined({ EMBEDDER: 'local' })).toMatchObject({
    state: 'look',
    todo: expect.stringContaining('embed'),
  })
})
