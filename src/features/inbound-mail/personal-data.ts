import { findMailStop } from '#features/mail/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { deleteConfirmationsOf, deleteReturnsOf, findAddressOf, listReturnsOf } from './queries.ts'

/** Why mail to an address stopped goes with the mail to it. */
export const mailThatCameBack: Slots['personalData'] = {
  title: 'Mail to you that came back',
  order: 905,
  export: async (db, personId) => {
    const address = await findAddressOf(db, personId)
    const stop = address && (await findMailStop(db, address))
    return [...(stop ? [stop] : []), ...(await listReturnsOf(db, personId))]
  },
  erase: async (trx, _clock, personId) => {
    await deleteReturnsOf(trx, personId)
    await deleteConfirmationsOf(trx, personId)
  },
}
