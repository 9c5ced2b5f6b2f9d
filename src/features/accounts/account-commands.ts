import { operator } from '#plumbing/actor.ts'
import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { dutyNames, giveDuty, takeDuty } from './duty-actions.ts'
import { signInForm } from './sign-in.ts'

/** The first operator comes from here: those who run the machine say who runs the platform. */
export const makeOperator: Command = {
  name: 'operator',
  usage: 'EMAIL [--curator] [--remove]',
  does: 'makes the person with this address an operator (or with --curator a curator) of the platform; with --remove they no longer are',
  options: { curator: { type: 'boolean' }, remove: { type: 'boolean' } },
  run: async ({ open, clock, say }, { values, words }) => {
    const read = signInForm.safeParse({ email: words[0] })
    if (!read.success || words.length !== 1)
      throw failure('invalid', 'Say one e-mail address: npx pipeline operator jo@council.gov.uk')
    const { db } = await open()
    const duty = values.curator ? 'curator' : 'operator'
    const { email } = read.data
    if (!values.remove) {
      const hadAccount = await giveDuty(db, clock, operator, email, duty)
      say(`${email} is now ${dutyNames[duty]}; they sign in as everyone does.`)
      if (!hadAccount)
        say(
          'Nobody has signed in with this address yet: see that it is spelled right, because whoever reads its mail can. --remove takes the duty away again.',
        )
      return
    }
    const left = await takeDuty(db, clock, operator, email, duty)
    say(`${email} is no longer ${dutyNames[duty]}, from this moment; their account stays.`)
    if (left === 0) say('There is no curator now: nobody decides where an organisation has no lead.')
  },
}
