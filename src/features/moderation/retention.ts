import type { Slots } from '#plumbing/feature.ts'
import { emailKeptMonths } from './report.ts'

export const retention: Slots['retention'][] = [
  {
    order: 40,
    what: 'A report you sent: what you wrote, and your address if you gave one',
    why: 'So that a curator can decide, and tell you what came of it.',
    until: `Your address: ${emailKeptMonths} months. What you wrote: for good, or until you are erased.`,
  },
  {
    order: 42,
    what: 'What you decided as a curator, and why',
    why: 'So that it can be told why something was taken down or put back.',
    until: 'For good. Once you are erased, it leads to nobody.',
  },
]
