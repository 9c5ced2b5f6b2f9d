import type { Slots } from '#plumbing/feature.ts'
import { forgetWriter, listVersionsBy } from './queries.ts'

/** The words are the organisation's; that a person said them for it is theirs. */
export const writtenStances: Slots['personalData'] = {
  title: 'Where my organisation stands on problems, as I said it',
  order: 30,
  export: listVersionsBy,
  erase: (trx, _clock, personId) => forgetWriter(trx, personId),
}
