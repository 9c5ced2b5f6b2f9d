import type { Slots } from '#plumbing/feature.ts'
import { forgetPerson, listSaidBy } from './person-queries.ts'

/** What a person said of how collaborations go, for their organisation. */
export const saidOfHealth: Slots['personalData'] = {
  title: 'How I said collaborations go, for my organisation',
  order: 46,
  export: async (db, personId) => {
    const { replies, pauses } = await listSaidBy(db, personId)
    return [
      ...replies.map(({ answered_at, ...said }) => ({ did: 'answered', ...said, on: answered_at })),
      ...pauses.map(({ since }) => ({ did: 'paused the monthly mail', on: since })),
    ]
  },
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
