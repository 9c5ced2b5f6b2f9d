import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 44,
    what: 'That you proposed to merge two problems, answered that or undid it, and why',
    why: 'So that both owners can see who agreed to what.',
    until: 'For good. Once you are erased, it leads to nobody.',
  },
]
