import { readFileSync } from 'node:fs'
import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { coachTitle } from './coach.ts'

const standardInput = 0

function readTitles(file: string | undefined): string[] {
  try {
    const text = readFileSync(file ?? standardInput, 'utf8')
    return text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .filter(line => line.trim() !== '')
  } catch {
    throw failure(
      'invalid',
      file ? `${file} cannot be read.` : 'Give a FILE, or the titles on standard input.',
    )
  }
}

export const coachCommand: Command = {
  name: 'coach',
  usage: '[FILE] [--json]',
  does: 'reads titles of problems, one a line, from a file or standard input, and says what in each hides the problem',
  options: { json: { type: 'boolean' } },
  run: async ({ print }, { values, words: [file] }) => {
    for (const title of readTitles(file)) {
      const says = coachTitle(title)
      if (values.json) print(JSON.stringify({ title, says }))
      else
        print(
          [
            title,
            ...says.map(({ quotes, says }) => `  ${quotes.map(quote => `“${quote}”`).join(', ')}: ${says}`),
          ].join('\n'),
        )
    }
  },
}
