import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  {
    key: 'agreement-begun',
    says: 'The draft is begun, with every clause there is. Leave out what you do not need.',
  },
  { key: 'agreement-resolutions', says: 'What you resolved on the canvas stands in the draft.' },
  { key: 'agreement-clause', says: 'The clause is saved.' },
  { key: 'agreement-in', says: 'The clause is in the draft again.' },
  {
    key: 'agreement-out',
    says: 'The clause is left out. It stands at the end of the list, to be taken in again.',
  },
  { key: 'agreement-moved', says: 'The clause has moved.' },
  { key: 'agreement-terms', says: 'Who sees it, and its days, are saved.' },
  { key: 'agreement-fixed', says: 'This version is fixed. Every partner is asked by mail to sign it.' },
  { key: 'agreement-signed', says: 'Your organisation has signed.' },
  { key: 'agreement-ended', says: 'It is written down that the agreement has ended. The partners are told.' },
]
