import type { Schedule } from '#plumbing/jobs.ts'
import { moveProjectsOn } from './actions.ts'

/** What was planned begins, what had an end is over: dates pass without anyone writing. */
export const moveOnWithTheDay: Schedule = {
  name: 'moveProjectsOn',
  at: { daily: '00:10' },
  run: (trx, { clock }) => moveProjectsOn(trx, clock),
}
