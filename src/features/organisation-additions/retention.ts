import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 65,
    what: 'That you added an organisation, or said who owns one',
    why: 'To tell you what became of it, and to ask you when something is unclear.',
    until: 'Until you are erased: what you added stays, without you.',
  },
]
