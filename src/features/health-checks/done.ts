import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'health-answered', says: 'Your organisation’s answer is kept.' },
  { key: 'health-paused', says: 'Your organisation is not asked by mail until you say so.' },
  { key: 'health-resumed', says: 'Your organisation is asked again at the beginning of next month.' },
]
