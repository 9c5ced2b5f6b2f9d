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
  // Before all else is forgotten: what they looked after still tells whose it was.
  erase: async (trx, clock, personId, site) => {
    for (const place of await listConfirmedOf(trx, [personId])) await passOnAll(trx, clock, site, place)
    await forgetPerson(trx, personId)
  },
}
