import type { Schedule } from '#plumbing/jobs.ts'
import { emailKeptMonths } from './report.ts'
import { forgetEmails } from './report-queries.ts'

/** Who reported something a year ago no longer waits to hear of it. */
export const forgetReporters: Schedule = {
  name: 'forgetReporters',
  at: { daily: '03:40' },
  run: async (trx, { clock }) => {
    const before = new Date(clock.now())
    before.setUTCMonth(before.getUTCMonth() - emailKeptMonths)
    await forgetEmails(trx, before)
  },
}
