import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { listWorkOnServices } from './partner-queries.ts'

const worth = { same: 100, akin: 40 }

/** Who published work on the same service, or on one beside it. */
export const workOnTheService: Slots['partnerFacts'] = {
  load: async (db, _clock, _actor, search) => {
    const found = await listWorkOnServices(db, search)
    return new Map([
      [
        'same-service' as const,
        new Map(
          found.map(({ organisation_id, title, count, is_same }) => [
            organisation_id,
            {
              of: is_same ? worth.same : worth.akin,
              says: `${count === 1 ? `“${title}”` : `${countOf(count, 'project, bid or notice', 'projects, bids and notices')}, the newest “${title}”,`} ${is_same ? 'is about the same service' : 'is about a service beside it'}`,
            },
          ]),
        ),
      ],
    ])
  },
}
