import type { Command } from '#plumbing/command.ts'
import { findNeeds, keepNeeds } from './finding-actions.ts'

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
