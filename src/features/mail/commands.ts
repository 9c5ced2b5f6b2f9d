import type { Command } from '#plumbing/command.ts'
import { withMaskedAddresses } from './mail-address.ts'
import { listMailInTrouble } from './queries.ts'

export const mailCommand: Command = {
  name: 'mail',
  usage: '',
  does: 'shows mail that has not left: waiting, refused or given up, with the reason',
  run: async ({ open, print }) => {
    const { db } = await open()
    const mails = await listMailInTrouble(db)
    if (mails.length === 0) print('All mail has left.')
    for (const { id, recipient, about, state, answer, attempts, last_error, dead_at } of mails)
      print(
        [
          id,
          dead_at ? 'given up' : state,
          about,
          withMaskedAddresses(recipient),
          `tries: ${attempts ?? 0}`,
          answer ?? last_error ?? '',
        ]
          .join('  ')
          .trimEnd(),
      )
  },
}
