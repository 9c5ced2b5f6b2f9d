import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 51,
    what: 'Decisions of collaborations, and what each organisation answered',
    why: 'So that partners need not decide twice, and can tell later who said what for which organisation.',
    until: 'As long as the project. That you said it for your organisation, until you are erased.',
  },
]
