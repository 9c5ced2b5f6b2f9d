import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 50,
    what: 'Collaborations: who takes part, in what role, and links to where partners work',
    why: 'So that partners know who said yes for which organisation, and find each other’s work.',
    until: 'As long as the project. That you did it for your organisation, until you are erased.',
  },
]
