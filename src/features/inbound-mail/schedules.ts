import { inLondon } from '#plumbing/clock.ts'
import type { Schedule } from '#plumbing/jobs.ts'
import { deleteConfirmationsBefore, deleteMailInBefore, deleteReturnsBefore } from './queries.ts'
import { keepDays } from './retention.ts'
import { returnsToStop } from './stop.ts'

/** That mail came, and came back, is of use for a while only. */
export const forgetMailIn: Schedule = {
  name: 'forgetMailIn',
  at: { daily: '02:55' },
  run: async (trx, { clock }) => {
    const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000)
    await deleteMailInBefore(trx, daysAgo(keepDays))
    await deleteReturnsBefore(trx, inLondon(daysAgo(returnsToStop.within + 1)).date)
    await deleteConfirmationsBefore(trx, clock.now())
  },
}
