import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  {
    key: 'merge-proposed',
    says: 'You proposed it. The owners get a mail; nothing happens unless both say yes.',
  },
  {
    key: 'not-the-same',
    says: 'It is kept that they are not the same, and they are not suggested again. On the page of either you can still propose it.',
  },
  { key: 'merge-taken-back', says: 'You took the proposal back. The owners get a mail that says so.' },
  { key: 'merge-answered', says: 'Your answer is kept, with who gave it and when.' },
  { key: 'merge-undone', says: 'You undid the merge: both problems stand for themselves again.' },
]
