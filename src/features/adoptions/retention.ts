import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 52,
    what: 'That you said what your organisation took on from another',
    why: 'So that your organisation knows who can say whether it is still so.',
    until: 'For good. Once you are erased, the words stay your organisation’s and lead to nobody.',
  },
]
