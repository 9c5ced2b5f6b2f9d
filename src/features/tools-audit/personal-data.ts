import type { Slots } from '#plumbing/feature.ts'
import { forgetPerson, listWrittenBy } from './person-queries.ts'

/** What was said is the organisation's; that a person said it for them is theirs. */
export const saidOfTools: Slots['personalData'] = {
  title: 'Tools for working together that I described, reviewed, or said we can open',
  order: 37,
  export: listWrittenBy,
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
