import type { Slots } from '#plumbing/feature.ts'
import { countIntroductions } from './figure-queries.ts'

/** How many asked to meet, and what came of it: counts of all, and of nobody. */
export const introductionsMade: Slots['insightCharts'] = {
  key: 'introductions',
  title: 'Introductions between officers',
  order: 60,
  shownOn: ['insights'],
  follows: [],
  ifNone: {
    says: 'Nobody has asked to meet yet',
    label: 'Find a problem whose owner you want to meet',
    href: '/problems',
  },
  load: async db => {
    const { ofState, ofOutcome } = await countIntroductions(db)
    const rows: [string, number][] = [
      ['Waiting for an answer', ofState('asked')],
      ['Both said yes', ofState('accepted')],
      ['Not just now', ofState('declined')],
      ['No answer in three weeks', ofState('expired')],
      ['Taken back', ofState('withdrawn')],
      ['Of the two who met: we met', ofOutcome('met')],
      ['Of the two who met: we work together', ofOutcome('working-together')],
      ['Of the two who met: it was no fit', ofOutcome('no-fit')],
    ]
    return {
      lead: 'Questions to meet that officers asked each other or a curator suggested, by how they stand, and what each of the two said a month after both said yes.',
      columns: [
        { key: 'standing', label: 'How it stands' },
        { key: 'count', label: 'How many', holds: 'count', isBar: true },
      ],
      rows: rows.some(([, count]) => count > 0) ? rows : [],
    }
  },
}
