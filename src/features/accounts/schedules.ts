import type { Schedule } from '#plumbing/jobs.ts'
import { rememberedDays } from './address.ts'
import { deleteAddressChangesBefore } from './address-queries.ts'
import { deleteEndedSessions } from './session-queries.ts'
import { deleteEndedSignIns } from './sign-in-queries.ts'

/** Sessions and sign-ins that ended are of no use to anyone but a thief; nor are addresses that were left long ago. */
export const forgetOldSignIns: Schedule = {
  name: 'forgetOldSignIns',
  at: { everyMinutes: 60 },
  run: async (trx, { clock }) => {
    await deleteEndedSessions(trx, clock.now())
    await deleteEndedSignIns(trx, clock.now())
    await deleteAddressChangesBefore(trx, new Date(clock.now().getTime() - rememberedDays * 86_400_000))
  },
}
