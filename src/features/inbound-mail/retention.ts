import type { Slots } from '#plumbing/feature.ts'

/** Longer than a mail can be answered, so that none is taken twice. */
export const keepDays = 40

export const retention: Slots['retention'][] = [
  {
    order: 31,
    what: 'Mail that you send us in answer to ours',
    why: 'To publish your answer. What we leave out of it, and the mail itself, is not kept.',
    until: `The answer is published for good. That a mail came, without whose or what: ${keepDays} days.`,
  },
  {
    order: 32,
    what: 'That mail to you came back or was reported as unwanted, and what the mail server said',
    why: 'To stop sending it, and to tell you why.',
    until: 'Until you confirm that mail reaches you, or have another address.',
  },
]
