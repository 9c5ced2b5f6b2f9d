import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 52,
    what: 'What organisations answer each month to how a collaboration goes',
    why: 'So that partners see small differences while they are small. Nobody else sees it.',
    until:
      'As long as the project. That you answered for your organisation, until you are erased; the link of a mail until the next month’s.',
  },
]
