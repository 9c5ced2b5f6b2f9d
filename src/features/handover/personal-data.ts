import type { Slots } from '#plumbing/feature.ts'
import { passOnAll } from './leaving-actions.ts'
import { listConfirmedOf } from './membership-queries.ts'
import { forgetPerson, listOfPerson } from './personal-queries.ts'

export const passedOn: Slots['personalData'] = {
  title: 'What I passed on when I left an organisation, and what colleagues offered me',
  order: 25,
  export: async (db, personId) => {
    const { own, offered, refused, links } = await listOfPerson(db, personId)
    return [
      ...own.map(row => ({ did: 'passed on', ...row })),
      ...offered.map(row => ({ did: 'was offered', ...row })),
      ...refused.map(row => ({ did: 'did not take', ...row })),
      ...links.map(row => ({ did: 'was sent a link', ...row })),
    ]
  },
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}

/** What someone looks after is passed on while it is known what that was. */
export const passOnFirst: Slots['beforeErasure'] = {
  run: async (trx, clock, site, personId) => {
    for (const place of await listConfirmedOf(trx, [personId])) await passOnAll(trx, clock, site, place)
  },
}
