import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'mail-confirmation-sent', says: 'A confirmation is on its way. Open it and press its button.' },
  { key: 'mail-confirmed', says: 'Mail is sent to you again.' },
]
