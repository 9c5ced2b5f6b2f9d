import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'introduction-asked', says: 'You asked. You get a mail when they answer.' },
  { key: 'introduction-held', says: 'You asked. A curator reads it first, and then it goes to them.' },
  { key: 'introduction-answered', says: 'Your answer is kept.' },
  { key: 'introduction-withdrawn', says: 'You took it back.' },
  {
    key: 'introduction-outcome',
    says: 'Thank you. It counts in the figures of all, and you are not asked again.',
  },
  { key: 'introduction-asked-again', says: 'They were asked once more.' },
  { key: 'introduction-suggested', says: 'Both were asked. You see here how it stands.' },
  { key: 'introductions-blocked', says: 'You hear no more from them. They are not told.' },
  { key: 'introductions-unblocked', says: 'They can ask to meet you again.' },
]
