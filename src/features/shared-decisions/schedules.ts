import type { Schedule } from '#plumbing/jobs.ts'
import { remindOfAnswers, tellOfReviews } from './telling-actions.ts'

/** What a day brings to decisions: last days near, and days of review come. */
export const keepDecisions: Schedule = {
  name: 'keepDecisions',
  at: { daily: '07:20' },
  run: async (trx, { clock }) => {
    await remindOfAnswers(trx, clock)
    await tellOfReviews(trx, clock)
  },
}
