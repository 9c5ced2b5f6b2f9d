import type { Command } from '#plumbing/command.ts'
import { countOutcomes } from './queries.ts'
import { type Outcome, outcomes } from './reply.ts'
import { keepDays } from './retention.ts'

export const mailInCommand: Command = {
  name: 'mail-in',
  usage: '',
  does: `shows what became of mail that came in, in ${keepDays} days`,
  run: async ({ open, clock, print }) => {
    const since = new Date(clock.now().getTime() - keepDays * 86_400_000)
    const counted = await countOutcomes((await open()).db, since)
    if (counted.length === 0) print('No mail came in.')
    for (const { outcome, count, last } of counted)
      print(`${String(count).padStart(6)}  ${outcomes[outcome as Outcome]}  (last ${last.toISOString()})`)
  },
}
