import { expect, test } from 'vitest'
import { operator } from '#plumbing/actor.ts'
import type { CommandContext } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { fileOfText } from '#plumbing/import-file.ts'
import { printJsonReport } from './import-report.ts'

const options = {
  format: 'pots',
  file: fileOfText('pots.csv', ''),
  source: { name: 'garden', asOf: '2026-11-21' },
  actor: operator,
  dryRun: true,
}

const line = (line: number) => ({
  line,
  outcome: 'refused' as const,
  remarks: ['broken'],
  read: { name: '"a"' },
})
const counts = { added: 0, changed: 0, unchanged: 0, refused: 2 }

function printed() {
  const lines: string[] = []
  const context = { print: (text: string) => lines.push(text) } as object as CommandContext
  return { context, read: () => JSON.parse(lines.join('\n')) }
}

test('the report as JSON comes line by line and is one document', async () => {
  const { context, read } = printed()
  await printJsonReport(context, options, async onLine => {
    onLine(line(2))
    onLine(line(3))
    return counts
  })
  expect(read()).toEqual({
    format: 'pots',
    file: 'pots.csv',
    dryRun: true,
    lines: [line(2), line(3)],
    counts,
  })
})

test('the report as JSON is whole also when the import breaks off, and says why', async () => {
  const { context, read } = printed()
  const breaking = printJsonReport(context, options, async onLine => {
    onLine(line(2))
    throw failure('invalid', 'The pots are gone.')
  })
  await expect(breaking).rejects.toThrow('The pots are gone.')
  expect(read()).toMatchObject({ lines: [line(2)], failure: 'The pots are gone.' })
})
