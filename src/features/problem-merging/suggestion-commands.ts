import type { Command } from '#plumbing/command.ts'
import { findPairs } from './suggestion-actions.ts'
import { replacePairs } from './suggestion-queries.ts'

export const findSameProblemsCommand: Command = {
  name: 'find-same-problems',
  usage: '',
  does: 'looks now, as happens every night, for problems of different organisations that curators may propose to merge',
  run: async ({ open, say }) => {
    const { db } = await open()
    const pairs = await findPairs(db)
    await db.transaction().execute(trx => replacePairs(trx, pairs))
    say(`${pairs.length} pairs that mean much the same`)
  },
}
