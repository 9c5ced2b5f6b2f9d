import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 46,
    what: 'What you asked to be told of, and what you were told',
    why: 'So that each mail can be explained: “What we sent you, and why”.',
    until: 'What you asked for until you end it or your account, what was told for a year.',
  },
]
