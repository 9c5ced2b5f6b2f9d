import { operator } from '#plumbing/actor.ts'
import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { erasePerson } from './actions.ts'
import { personalDataAsJson } from './personal-data.ts'
import { findAccount } from './queries.ts'

/** For those who cannot sign in any more, and for erasing again after a backup was restored. */
export const personCommand: Command = {
  name: 'person',
  usage: 'EMAIL|NUMBER [--erase]',
  does: 'prints everything held about one person as JSON; with --erase ends it',
  options: { erase: { type: 'boolean' } },
  run: async ({ open, clock, site, say, print }, { values, words }) => {
    if (words.length !== 1) throw failure('invalid', 'Say one e-mail address, or the number of an account.')
    const { db } = await open()
    const { id } = await findAccount(db, words[0]!)
    if (values.erase) {
      await erasePerson(db, clock, operator, { personId: id, site })
      say(`The person ${id} was erased. What organisations published stays, without their name.`)
      return
    }
    let text = ''
    for await (const piece of personalDataAsJson(db, site, { personId: id, made: clock.now() })) text += piece
    print(text.trimEnd())
  },
}
