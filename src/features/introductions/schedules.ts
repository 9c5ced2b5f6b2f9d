import type { Schedule } from '#plumbing/jobs.ts'
import { askOutcomes, declineBlocked, expireSilent, forgetLinks } from './closing-actions.ts'

/** What time does to questions to meet: silence ends them, and what came of the others is asked once. */
export const keepIntroductions: Schedule = {
  name: 'keepIntroductions',
  at: { daily: '07:10' },
  run: async (trx, { clock }) => {
    await declineBlocked(trx, clock)
    await expireSilent(trx, clock)
    await askOutcomes(trx, clock)
    await forgetLinks(trx, clock)
  },
}
