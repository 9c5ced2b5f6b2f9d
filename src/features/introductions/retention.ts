import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 46,
    what: 'That you asked someone to meet, why, and whether you said yes when you were asked',
    why: 'So that both hear of each other only when both want to, and nobody is asked twice.',
    until:
      'For good, so that it can be counted. Once you are erased, it leads to nobody and your words are gone.',
  },
]
