import { expect, test } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import { site } from '../features.ts'
import { importCommand } from './import.ts'

test('of several files none is passed over in silence', async () => {
  const run = importCommand.run({ site } as CommandContext, {
    values: { format: 'publiccode', 'dry-run': true },
    words: ['one.yml', 'two.yml'],
  })
  await expect(run).rejects.toThrow('One file is taken in at a time: run it again for two.yml.')
})
