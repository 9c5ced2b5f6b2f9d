import { operator } from '#plumbing/actor.ts'
import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { giveDuty } from './duty-actions.ts'
import { signInForm } from './sign-in.ts'

/** The first operator comes from here: those who run the machine say who runs the platform. */
export const makeOperator: Command = {
  name: 'operator',
  usage: 'EMAIL [--curator]',
  does: 'makes the person with this address an operator (or with --curator a curator) of the platform',
  options: { curator: { type: 'boolean' } },
  run: async ({ open, clock, say }, { values, words }) => {
    const read = signInForm.safeParse({ email: words[0] })
    if (!read.success || words.length !== 1)
      throw failure('invalid', 'Say one e-mail address: npx pipeline operator jo@council.gov.uk')
    const { db } = await open()
    const duty = values.curator ? 'curator' : 'operator'
    await giveDuty(db, clock, operator, read.data.email, duty)
    say(
      `${read.data.email} is now ${duty === 'curator' ? 'a curator' : 'an operator'}; they sign in as everyone does.`,
    )
  },
}
