import type { Slots } from '#plumbing/feature.ts'
import { keptYears } from './keeping.ts'

export const retention: Slots['retention'][] = [
  {
    order: 51,
    what: 'Signatures under agreements: the name and role typed, what let that person sign, and when',
    why: 'As evidence of what organisations agreed on: for as long, a claim on a contract can be brought (UK GDPR, article 17(3)(e)). Partners see the name; other readers the organisation, role and day.',
    until: `While the version stands and ${keptYears} years after it was replaced or has ended, also when your account is erased. That it was your account, until you are erased.`,
  },
]
