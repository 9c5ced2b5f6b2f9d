import type { Slots } from '#plumbing/feature.ts'
import { forgetPerson, listWrittenBy } from './person-queries.ts'

/** What was said is the organisation's; that a person said it for them is theirs. */
export const saidOfSystems: Slots['personalData'] = {
  title:
    'Systems I confirmed or corrected, replies I wrote for a supplier, and products I changed as a curator',
  order: 36,
  export: listWrittenBy,
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
