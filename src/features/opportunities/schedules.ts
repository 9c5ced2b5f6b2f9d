import { inLondon } from '#plumbing/clock.ts'
import { enqueue, type Schedule } from '#plumbing/jobs.ts'

/** Nothing waits for it: at night it has the machine to itself. */
export const findCommonNeedsAtNight: Schedule = {
  name: 'findCommonNeeds',
  at: { daily: '03:40' },
  run: (trx, { clock }) => enqueue(trx, clock, 'find-common-needs', inLondon(clock.now()).date, {}),
}
