import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { tellWhatEnds } from './ending-actions.ts'
import { yearsBefore } from './keeping.ts'
import { forgetSignatures } from './stored-signatures.ts'

/** Who signed is kept as long as a claim could be brought, and no longer. */
export const forgetSigners: Slots['schedules'] = {
  name: 'forget-signers',
  at: { daily: '03:40' },
  run: async (trx, { clock }) => {
    await forgetSignatures(trx, yearsBefore(londonDay(clock.now())))
  },
}

/** Partners hear of the end of their agreement while there is time to sign another. */
export const tellOfEnds: Slots['schedules'] = {
  name: 'tell-of-ending-agreements',
  at: { daily: '07:40' },
  run: (trx, { clock }) => tellWhatEnds(trx, clock),
}
