import type { Slots } from '#plumbing/feature.ts'
import { forgetPerson, listSaidBy } from './person-queries.ts'

/** What a person said in decisions of collaborations for their organisation. */
export const decidedTogether: Slots['personalData'] = {
  title: 'Decisions with partners that I asked for, answered or closed for my organisation',
  order: 45,
  export: async (db, personId) => {
    const { asked, closed, answered } = await listSaidBy(db, personId)
    return [
      ...asked.map(({ asked_at, ...said }) => ({ did: 'asked or recorded', ...said, on: asked_at })),
      ...answered.map(({ answered_at, ...said }) => ({ did: 'answered', ...said, on: answered_at })),
      ...closed.map(({ closed_at, ...said }) => ({ did: 'closed', ...said, on: closed_at })),
    ]
  },
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
