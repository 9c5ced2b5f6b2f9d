import type { Slots } from '#plumbing/feature.ts'
import { listAnswersBy } from './call-queries.ts'
import { forgetPerson } from './stored-calls.ts'

/** What they said is their organisation's; that they said it is theirs. */
export const saidToCalls: Slots['personalData'] = {
  title: 'Calls for partners that I said my organisation would join',
  order: 35,
  export: listAnswersBy,
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
