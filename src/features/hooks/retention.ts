import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 48,
    what: 'Addresses of chats and programs that you gave us, and what was sent there',
    why: 'So that what you are told of reaches you where you work.',
    until: 'The addresses until you take them away, what was sent for 90 days.',
  },
]
