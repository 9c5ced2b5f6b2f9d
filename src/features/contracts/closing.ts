import { isPublicSpeaker } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listEndingOf } from './closing-queries.ts'
import { contractPath } from './contract.ts'

/** Time in which most contracts must be given notice, or bought anew. */
const daysAhead = 183

/** Contracts of the organisation that a person speaks for, which end within half a year. */
export const endingContracts: Slots['closingSoon'] = {
  list: async (db, clock, actor) => {
    if (!isPublicSpeaker(actor)) return []
    const now = clock.now()
    const from = inLondon(now).date
    const until = inLondon(new Date(now.getTime() + daysAhead * 86_400_000)).date
    return (await listEndingOf(db, actor.actingFor.id, { from, until })).map(
      ({ id, title, ends_on, supplier, extends_to }) => ({
        day: ends_on!,
        title: `Contract ends: ${title}`,
        href: contractPath(id),
        meta: [supplier, extends_to && extends_to > ends_on! ? 'can be extended' : null].filter(
          item => item !== null,
        ),
      }),
    )
  },
}
