import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { listPresents } from './ending-queries.ts'
import { listEndingNear } from './near-queries.ts'

/** The furthest apart that ends can be, in days, counts least, and ends on the same day count 100. */
const furthest = 276
const least = 20

const worthOf = (daysApart: number) =>
  Math.max(least, Math.round(100 - ((100 - least) * daysApart) / furthest))

/** Whose contracts on the same service or product end near those of the asker. */
export const contractsEndTogether: Slots['partnerFacts'] = {
  load: async (db, clock, _actor, { askerId, serviceIds }) => {
    const today = inLondon(clock.now()).date
    const found =
      askerId === null
        ? []
        : await listEndingNear(db, { today, presents: await listPresents(db, today), askerId, serviceIds })
    return new Map([
      [
        'contracts' as const,
        new Map(
          found.map(({ organisationId, matter, ends, ownEnds, daysApart }) => [
            organisationId,
            {
              of: worthOf(daysApart),
              says: `Its contract for ${matter} ends on ${formatDate(ends)}, yours on ${formatDate(ownEnds)}`,
            },
          ]),
        ),
      ],
    ])
  },
}
