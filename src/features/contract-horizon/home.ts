import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { countEnding } from './known-queries.ts'
import { addMonths } from './window.ts'

export const endingWithinAYear: Slots['homeFigures'] = {
  order: 60,
  load: async db => {
    const today = inLondon(systemClock.now()).date
    const count = await countEnding(db, today, addMonths(today, 12))
    return count === 0
      ? null
      : {
          figure: countOf(count, 'contract ends', 'contracts end'),
          says: 'within a year: see which end together',
          href: '/horizon',
        }
  },
}
