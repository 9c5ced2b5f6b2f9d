import type { Slots } from '#plumbing/feature.ts'
import { fileHours } from './brought-file.ts'

export const retention: Slots['retention'][] = [
  {
    order: 50,
    what: 'That you shared something to reuse for your organisation, or changed it',
    why: 'So that your organisation knows who can say whether it is still so.',
    until: 'For good. Once you are erased, it stays your organisation’s and leads to nobody.',
  },
  {
    order: 51,
    what: 'A publiccode.yml that you look at before it goes in',
    why: 'So that you see what it says first. Names, addresses and numbers of the people in it are read and never kept.',
    until: `Until it is taken in or forgotten, ${fileHours} hours at most.`,
  },
]
