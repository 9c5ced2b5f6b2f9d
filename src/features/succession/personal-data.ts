import type { Slots } from '#plumbing/feature.ts'
import { forgetPerson, listKeptBy } from './person-queries.ts'

/** What a person holds in plans of succession. */
export const rolesWithPartners: Slots['personalData'] = {
  title: 'Roles that I hold or stand in for in collaborations, and those that I looked at',
  order: 47,
  export: async (db, personId) => {
    const { held, stoodIn, looked } = await listKeptBy(db, personId)
    return [
      ...held.map(row => ({ did: 'hold the role', ...row })),
      ...stoodIn.map(row => ({ did: 'stand in for the role', ...row })),
      ...looked.map(({ looked_at, ...row }) => ({ did: 'looked at the role', ...row, on: looked_at })),
    ]
  },
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
