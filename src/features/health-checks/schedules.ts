import type { Schedule } from '#plumbing/jobs.ts'
import { askMonthly } from './actions.ts'

/** Once a month, on the first day on which the worker runs, each partner is asked how it goes. */
export const askHowItGoes: Schedule = {
  name: 'askHowItGoes',
  at: { daily: '08:10' },
  run: (trx, { clock }) => askMonthly(trx, clock),
}
