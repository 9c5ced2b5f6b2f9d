import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  {
    key: 'addition-confirmed',
    says: 'You confirmed the organisation: it has its page now. Who added it gets a mail that says so.',
  },
  {
    key: 'addition-refused',
    says: 'You refused the organisation: it is not listed. Who added it gets a mail that says so.',
  },
  { key: 'tie-asked', says: 'A curator looks at it before others see it.' },
  { key: 'tie-confirmed', says: 'You confirmed it: it stands on the pages of both organisations now.' },
  { key: 'tie-refused', says: 'You refused it: nobody else sees it.' },
  { key: 'tie-ended', says: 'You ended it: it no longer stands on the pages of either.' },
]
