import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 47,
    what: 'What you look after for your organisation, when you were asked whether it is still so, and what you answered',
    why: 'So that what is found here is true, and somebody can be asked about it.',
    until: 'For good, so that its history can be read. Once you are erased, it leads to nobody.',
  },
]
