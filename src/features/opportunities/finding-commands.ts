import type { Command } from '#plumbing/command.ts'
import { keepNeeds } from './finding-actions.ts'
import { findNeeds } from './finding-queries.ts'

export const findNeedsCommand: Command = {
  name: 'find-needs',
  usage: '',
  does: 'looks for common needs now, as happens every night, and proposes them to the curators',
  run: async ({ open, clock, say }) => {
    const { db } = await open()
    const found = await findNeeds(db, clock)
    const counts = await db.transaction().execute(trx => keepNeeds(trx, clock, found))
    say(
      `${found.length} clusters: ${counts.proposed} proposed, ${counts.renewed} renewed, ${counts.lapsed} lapsed`,
    )
  },
}
