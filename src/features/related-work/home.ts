import type { Slots } from '#plumbing/feature.ts'
import { countWork } from './queries.ts'

export const recordsFigure: Slots['homeFigures'] = {
  order: 20,
  load: async db => ({
    figure: `${(await countWork(db)).toLocaleString('en-GB')} projects, bids and notices`,
    says: 'with what came of them, refusals included',
    href: '/projects',
  }),
}
