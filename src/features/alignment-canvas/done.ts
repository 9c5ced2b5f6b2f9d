import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  {
    key: 'canvas-done',
    says: 'Your organisation has answered. Those that have answered see it from now on.',
  },
  {
    key: 'canvas-changed',
    says: 'Your answer is changed. If something was settled about it, that is open again.',
  },
  { key: 'canvas-proposed', says: 'It is proposed. The other partners are asked by mail.' },
  { key: 'canvas-parked', says: 'It is parked.' },
  { key: 'canvas-confirmed', says: 'Your organisation has said yes.' },
]
