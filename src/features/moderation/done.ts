import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  {
    key: 'released',
    says: 'You released it: it is shown now. Those who speak for the organisation get a mail.',
  },
  {
    key: 'restored',
    says: 'You restored it: it is shown again. Those who speak for the organisation get a mail.',
  },
  {
    key: 'withheld',
    says: 'You withheld it: your reason stands in its place. Those who speak for the organisation get a mail.',
  },
  { key: 'dismissed', says: 'You closed the case. Who asked to hear of it gets a mail.' },
  { key: 'told', says: 'Your letter is on its way to those who speak for the organisation.' },
]
