import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listClosingCalls } from './closing-queries.ts'
import { opportunityPath } from './opportunity.ts'

const daysAhead = 60

/** Calls for partners that close within two months. */
export const closingCalls: Slots['closingSoon'] = {
  list: async (db, clock) => {
    const now = clock.now()
    const from = inLondon(now).date
    const until = inLondon(new Date(now.getTime() + daysAhead * 86_400_000)).date
    return (await listClosingCalls(db, { from, until })).map(({ title, slug, ends_on }) => ({
      day: ends_on,
      title: `Call for partners closes: ${title}`,
      href: opportunityPath(slug),
      meta: ['the last day to say that you would join'],
    }))
  },
}
