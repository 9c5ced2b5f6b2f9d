import type { Schedule } from '#plumbing/jobs.ts'
import { keepDays } from './mail.ts'
import { deleteMailBefore, forgetLettersEndedBefore } from './queries.ts'

/** Words go first, then the record that there was a mail. */
export const forgetOldMail: Schedule = {
  name: 'forgetOldMail',
  at: { daily: '02:50' },
  run: async (trx, { clock }) => {
    const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000)
    await deleteMailBefore(trx, daysAgo(keepDays.mail))
    await forgetLettersEndedBefore(trx, daysAgo(keepDays.letter))
  },
}
