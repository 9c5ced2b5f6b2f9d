import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 47,
    what: 'That you asked or answered a question for your organisation',
    why: 'So that whoever reads it knows which organisation says it, and whom to thank if you show your name.',
    until: 'For good. Once you are erased, the words stay your organisation’s and lead to nobody.',
  },
]
