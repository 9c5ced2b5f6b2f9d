import type { Schedule } from '#plumbing/jobs.ts'
import { askBeforeEnd, endStances } from './reminder-actions.ts'

/** What organisations say is counted for a year: they are asked before it ends, and told when it has. */
export const askToConfirmStances: Schedule = {
  name: 'askToConfirmStances',
  at: { daily: '06:20' },
  run: async (trx, { clock }) => {
    await endStances(trx, clock)
    await askBeforeEnd(trx, clock)
  },
}
