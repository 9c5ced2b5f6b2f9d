import type { Schedule } from '#plumbing/jobs.ts'
import { followAll } from './keeping-actions.ts'
import { climbLadder } from './ladder-actions.ts'

/** Each morning: what is due is asked about, and silence goes on to the next rung. */
export const askWhatIsDue: Schedule = {
  name: 'askWhatIsDue',
  at: { daily: '07:30' },
  run: async (trx, { clock, site }) => {
    await followAll(trx, clock, site)
    await climbLadder(trx, clock, site)
  },
}
