import { deleteMailAbout } from '#features/mail/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { introductionPath } from './introduction.ts'
import { forgetPerson, listIdsNaming, listOfPerson } from './person-queries.ts'
import { keyBegin } from './telling-actions.ts'

/** What they asked and answered. The other's name and address are the other's. */
export const askedAndAnswered: Slots['personalData'] = {
  title: 'Whom I asked to meet, and what I answered',
  order: 36,
  export: async (db, personId) => {
    const { sides, blocks, written } = await listOfPerson(db, personId)
    return [
      ...sides.map(({ id, side, reason, ...row }) => ({
        did: side === 'asker' ? 'asked, or was asked as one of two' : 'was asked',
        page: introductionPath(id),
        // What another wrote is theirs.
        ...(side === 'asker' && row.began_with === 'asker' && { reason }),
        said_yes_on: row.agreed_at,
        came_of_it: row.outcome,
        because: row.no_fit_as,
      })),
      ...written.map(({ id, reason, asked_at }) => ({
        did: 'introduced two organisations',
        page: introductionPath(id),
        reason,
        on: asked_at,
      })),
      ...blocks.map(({ name, since }) => ({
        did: 'blocked for my organisation',
        organisation: name,
        on: since,
      })),
    ]
  },
  erase: async (trx, clock, personId) => {
    // Mail to the other holds their address, or words they wrote.
    for (const id of await listIdsNaming(trx, personId)) await deleteMailAbout(trx, keyBegin(id))
    await forgetPerson(trx, personId, clock.now())
  },
}
