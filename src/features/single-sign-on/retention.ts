import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 27,
    what: 'The name by which your organisation’s own sign-in knows you, where you use it',
    why: 'To know you again, also when your address changes.',
    until: 'Until you are erased.',
  },
]
