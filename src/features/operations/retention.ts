import type { Slots } from '#plumbing/feature.ts'
import { keepBackups, keepJobsDays } from './operations.ts'

export const retention: Slots['retention'][] = [
  {
    order: 60,
    what: 'The network address you ask from, and the e-mail address you ask to sign in with',
    why: 'So that nobody can ask so often that others are kept waiting, or guess their way in.',
    until:
      'Only as a hash beside a count, for the time in which it is counted; deleted within the hour after that.',
  },
  {
    order: 80,
    what: 'Work that the program did by itself, such as sending a mail; it names things by number, never people',
    why: 'So that a fault can be found and the work done again.',
    until: `${keepJobsDays} days after it was done; what failed, until someone has mended it.`,
  },
  {
    order: 90,
    what: 'Backups, which hold everything that was there when they were made',
    why: 'So that a fault of the machine loses nothing.',
    until: `The last ${keepBackups} nights, with the database that comes with Pipeline. Where a database server is used: as long as whoever runs this site keeps them.`,
  },
]
