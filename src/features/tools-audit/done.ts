import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'tool-listed', says: 'The tool is in the register.' },
  { key: 'tool-held', says: 'A curator reads it before others see it. You get a mail when that is done.' },
  { key: 'tool-corrected', says: 'The tool is corrected. What you changed bears today’s date.' },
  { key: 'review-published', says: 'Your review is published. Thank you: others can rely on it now.' },
  {
    key: 'review-held',
    says: 'A curator reads your review before others see it. You get a mail when that is done.',
  },
  { key: 'review-withdrawn', says: 'Your review is withdrawn.' },
  { key: 'tools-answered', says: 'Saved. Partners in the public sector can see it now.' },
]
