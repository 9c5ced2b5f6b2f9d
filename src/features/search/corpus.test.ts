import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '#plumbing/clock.ts'
import type { CommandContext } from '#plumbing/command.ts'
import { searchCommand } from './corpus-commands.ts'

async function run(corpus: string, queries: string, more: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-corpus-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const values = { corpus: join(folder, 'c.jsonl'), queries: join(folder, 'q.jsonl'), json: true, ...more }
  writeFileSync(values.corpus, corpus)
  writeFileSync(values.queries, queries)
  const said: string[] = []
  const printed: string[] = []
  const context = {
    clock: systemClock,
    say: (line: string) => said.push(line),
    print: (line: string) => printed.push(line),
  }
  await searchCommand.run(context as unknown as CommandContext, { values, words: [] })
  return {
    said: said.map(line => line.replace(`${folder}/`, '')),
    answers: printed.map(line => JSON.parse(line)),
  }
}

test('any collection is ranked, one line a query, and lines that are none are told by number', async () => {
  const { said, answers } = await run(
    '{"id":"a","title":"Wing flutter","text":"of thin wings"}\nnot json\n{"id":2,"title":"Heat","text":"transfer"}\n{"id":"a","text":"again"}\n',
    '{"id":"q1","text":"flutter of a wing"}\n\n{"id":"q2","title":"the","text":""}\n{"id":"q3","title":"heat","text":"transfer"}',
    { limit: '1' },
  )
  expect(said.slice(0, 2)).toEqual([
    'c.jsonl, line 2: left out, not a line of {"id", "title", "text"}',
    'c.jsonl, line 4: left out, the id a was there before',
  ])
  expect(answers).toEqual([
    { query: 'q1', results: [{ id: 'a', score: expect.any(Number) }] },
    { query: 'q2', results: [] },
    { query: 'q3', results: [{ id: '2', score: expect.any(Number) }] },
  ])
})

test('an id that cannot be kept is told, and names of what every object has are ids like others', async () => {
  const lines = ['wing\\u0000', 'wing', '\\ud800', '__proto__', 'constructor'].map(
    id => `{"id":"${id}","title":"A wing"}`,
  )
  const { said, answers } = await run(lines.join('\n'), '{"id":"q","text":"wing"}')
  expect(said.filter(line => line.includes('left out'))).toEqual([
    'c.jsonl, line 1: left out, not a line of {"id", "title", "text"}',
    'c.jsonl, line 3: left out, not a line of {"id", "title", "text"}',
  ])
  const ids = answers[0].results.map(({ id }: { id: string }) => id)
  expect(ids.toSorted()).toEqual(['__proto__', 'constructor', 'wing'])
})

test('an empty collection has no answers, and a wrong limit is refused', async () => {
  expect((await run('', '{"id":"q","text":"wing"}')).answers).toEqual([{ query: 'q', results: [] }])
  await expect(run('', '', { limit: '0' })).rejects.toThrow('--limit takes a whole number from 1 to 1000.')
})
