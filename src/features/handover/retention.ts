import type { Slots } from '#plumbing/feature.ts'

/** Days for which a handover that has ended is kept. */
export const keptDays = 365

export const retention: Slots['retention'][] = [
  {
    order: 47,
    what: 'That you passed on what you look after, to whom, your notes, and what colleagues offered you',
    why: 'So that what you looked after for an organisation has someone who knows it.',
    until: 'A year after it was done. Once you are erased, it leads to nobody and your words are gone.',
  },
]
