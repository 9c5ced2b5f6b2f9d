import type { Schedule } from '#plumbing/jobs.ts'
import { deleteEndedSignOns } from './sign-on-queries.ts'

/** Whoever did not come back from a provider in time has to begin again. */
export const forgetOldSignOns: Schedule = {
  name: 'forgetOldSignOns',
  at: { everyMinutes: 60 },
  run: async (trx, { clock }) => {
    await deleteEndedSignOns(trx, clock.now())
  },
}
