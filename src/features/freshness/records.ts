import type { Slots } from '#plumbing/feature.ts'
import { formatCount } from '#ui/money.ts'
import { hasReached } from './ladder.ts'
import { countStagesOf } from './stored-reviews.ts'

/** On an organisation's page: how much of what it publishes here is confirmed. */
export const shareFresh: Slots['organisationFigures'] = {
  load: async (db, organisationId) => {
    const counts = await countStagesOf(db, organisationId)
    const sum = (some: typeof counts) => some.reduce((total, { count }) => total + count, 0)
    const all = sum(counts)
    if (all === 0) return null
    const fresh = sum(counts.filter(({ stage }) => !hasReached(stage, 'banner')))
    return {
      label: 'Kept up to date',
      says: `${formatCount(fresh)} of ${formatCount(all)} (${Math.floor((100 * fresh) / all)}%)`,
    }
  },
}
